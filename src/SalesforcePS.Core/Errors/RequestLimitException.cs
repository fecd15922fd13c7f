namespace SalesforcePS.Core.Errors;

/// <summary>The org's allocation of API requests is used up (<c>REQUEST_LIMIT_EXCEEDED</c>): only waiting or a larger allocation helps.</summary>
public sealed class RequestLimitException(string message, Exception? innerException = null)
    : SalesforceException(message, innerException);
