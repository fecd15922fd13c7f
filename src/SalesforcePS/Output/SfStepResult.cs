namespace SalesforcePS;

/// <summary>How a step of Test-SfConnection ended.</summary>
public enum SfStepResult
{
    Passed,

    /// <summary>It works, and will not for long.</summary>
    Warning,
    Failed,

    /// <summary>A step before it failed.</summary>
    Skipped,
}
