namespace SalesforcePS.Core.Sessions.Testing;

/// <summary>How a step of a connection's test ended.</summary>
public enum ConnectionStepResult
{
    Passed,

    /// <summary>It works, and will not for long.</summary>
    Warning,
    Failed,

    /// <summary>A step before it failed.</summary>
    Skipped,
}
