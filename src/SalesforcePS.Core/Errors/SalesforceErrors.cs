namespace SalesforcePS.Core.Errors;

/// <summary>Sorts Salesforce's error codes into the engine's exceptions, by what the caller can do about them.</summary>
internal static class SalesforceErrors
{
    public const string InvalidSession = "INVALID_SESSION_ID";

    /// <summary>The same in Bulk 1.0, which says it with HTTP 400 (AsyncExceptionCode).</summary>
    public const string InvalidBulkSession = "InvalidSessionId";

    /// <summary>A 401 without an error of Salesforce's own, as an edge server gives it.</summary>
    public const string UnexplainedUnauthorized = "HTTP_401";

    public const string RequestLimit = "REQUEST_LIMIT_EXCEEDED";

    /// <summary>The engine's own: a run leaves the rest of the daily calls to others.</summary>
    public const string ReserveReached = "API_CALLS_RESERVED";

    /// <summary>The concurrent variant shares its code with the daily limit; only the text tells them apart.</summary>
    public static bool IsConcurrencyLimit(string code, string message) =>
        code == RequestLimit && message.StartsWith("ConcurrentRequests", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the next request would fail in the same way: there is no session, or there are no API calls left.</summary>
    public static bool IsFinal(SalesforceException refused) =>
        refused is AuthenticationException || (refused is RequestLimitException && !IsConcurrencyLimit(refused.ErrorCode, refused.Message));

    public static SalesforceException Create(
        string code, string message, int? status = null, IReadOnlyList<string>? fields = null, string? requestId = null)
    {
        fields ??= [];
        return code switch
        {
            RequestLimit or "ExceededQuota" => new RequestLimitException(message) { ErrorCode = code, StatusCode = status, Fields = fields, RequestId = requestId },
            InvalidSession or InvalidBulkSession or UnexplainedUnauthorized or "INVALID_AUTH_HEADER" or "INVALID_LOGIN" or "LOGIN_MUST_USE_SECURITY_TOKEN" =>
                new AuthenticationException(message) { ErrorCode = code, StatusCode = status, Fields = fields, RequestId = requestId },
            _ => new SalesforceException(message) { ErrorCode = code, StatusCode = status, Fields = fields, RequestId = requestId },
        };
    }
}
