namespace SalesforcePS.Core.Errors;

/// <summary>Sorts Salesforce's error codes into the engine's exceptions, by what the caller can do about them.</summary>
internal static class SalesforceErrors
{
    public const string InvalidSession = "INVALID_SESSION_ID";
    /// <summary>A 401 without an error of Salesforce's own, as an edge server gives it.</summary>
    public const string UnexplainedUnauthorized = "HTTP_401";

    public const string RequestLimit = "REQUEST_LIMIT_EXCEEDED";

    /// <summary>The concurrent variant shares its code with the daily limit; only the text tells them apart.</summary>
    public static bool IsConcurrencyLimit(string code, string message) =>
        code == RequestLimit && message.StartsWith("ConcurrentRequests", StringComparison.OrdinalIgnoreCase);

    public static SalesforceException Create(
        string code, string message, int? status = null, IReadOnlyList<string>? fields = null, string? requestId = null)
    {
        fields ??= [];
        return code switch
        {
            RequestLimit => new RequestLimitException(message) { ErrorCode = code, StatusCode = status, Fields = fields, RequestId = requestId },
            InvalidSession or UnexplainedUnauthorized or "INVALID_AUTH_HEADER" or "INVALID_LOGIN" or "LOGIN_MUST_USE_SECURITY_TOKEN" =>
                new AuthenticationException(message) { ErrorCode = code, StatusCode = status, Fields = fields, RequestId = requestId },
            _ => new SalesforceException(message) { ErrorCode = code, StatusCode = status, Fields = fields, RequestId = requestId },
        };
    }
}
