namespace SalesforcePS.Core.Errors;

/// <summary>What Salesforce, or the way to it, refused: the base of every exception the engine lets out.</summary>
public class SalesforceException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Salesforce's own code, such as <c>MALFORMED_QUERY</c> or <c>invalid_grant</c>; a code of the engine's where Salesforce gave none.</summary>
    public string ErrorCode { get; init; } = "UNKNOWN";

    /// <summary>The HTTP status of the answer; null where there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Salesforce's id of the request, for a support case; null where it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The API names of the fields the error is about; empty where it is about none.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
