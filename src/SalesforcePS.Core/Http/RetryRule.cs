using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Http;

/// <summary>Decides what may be sent again. The one place that knows.</summary>
internal static class RetryRule
{
    public static bool MayRepeat(Exception? exception, RequestSafety safety) =>
        exception is not null && IsTransient(exception) && (safety != RequestSafety.Once || SurelyDidNotHappen(exception));

    /// <summary>True for failures after which the request may have been carried out all the same.</summary>
    public static bool MayHaveHappened(Exception exception) => exception switch
    {
        // Salesforce said yes, but its answer cannot be read.
        ProtocolException => true,
        SalesforceException refused => refused.StatusCode is 500 or 502 or 504 && refused.ErrorCode.StartsWith("HTTP_", StringComparison.Ordinal),
        _ => IsBroken(exception) && !SurelyDidNotHappen(exception),
    };

    private static bool IsTransient(Exception exception) => exception switch
    {
        RequestLimitException limit => SalesforceErrors.IsConcurrencyLimit(limit.ErrorCode, limit.Message),
        // A SOAP fault is HTTP 500 too, but it is an answer: it has Salesforce's own code and is final.
        SalesforceException refused => refused.StatusCode is 420 or 429 or 502 or 503 or 504
            || refused.ErrorCode is "SERVER_UNAVAILABLE" or "HTTP_500" or "UNKNOWN_EXCEPTION" or "InternalServerError",
        _ => IsBroken(exception),
    };

    private static bool SurelyDidNotHappen(Exception exception) => exception switch
    {
        RequestLimitException => true,
        SalesforceException refused => refused.StatusCode is 420 or 429 or 503 || refused.ErrorCode == "SERVER_UNAVAILABLE",
        HttpRequestException broken => broken.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.ProxyTunnelError or HttpRequestError.SecureConnectionError,
        _ => IsConnectTimeout(exception),
    };

    private static bool IsBroken(Exception exception) => exception switch
    {
        // A certificate that is not trusted now will not be in a second.
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => false,
        HttpRequestException or IOException or InvalidDataException or TimeoutException => true,
        _ => IsConnectTimeout(exception),
    };

    /// <summary>The handler reports its connect time-out, and nothing else, as a cancellation with this cause.</summary>
    private static bool IsConnectTimeout(Exception exception) => exception is TaskCanceledException { InnerException: TimeoutException };
}
