namespace SalesforcePS.Core.Http;

/// <summary>What a request is counted as in a session's statistics.</summary>
public enum ApiCallKind
{
    /// <summary>OAuth and SOAP login(), which do not count against the org's daily limit.</summary>
    SignIn,
    Rest,
    Soap,

    /// <summary>Bulk 1.0 and 2.0, polling and results included.</summary>
    Bulk,
}
