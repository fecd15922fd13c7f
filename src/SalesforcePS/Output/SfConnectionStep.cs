namespace SalesforcePS;

/// <summary>What one step on the way to a session came to.</summary>
public sealed class SfConnectionStep
{
    /// <summary>Credentials, Address, SignIn, ApiVersion, SoapApi, RestApi or ApiCalls.</summary>
    public required string Step { get; init; }

    public required SfStepResult Result { get; init; }

    public required string Detail { get; init; }

    /// <summary>What to do about it; null where there is nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>Salesforce's code, such as invalid_grant; null where the step did not fail.</summary>
    public string? ErrorCode { get; init; }

    public override string ToString() => $"{Step}: {Result}";
}
