namespace SalesforcePS.Core.Errors;

/// <summary>The org's allocation of API requests is used up (<c>REQUEST_LIMIT_EXCEEDED</c>): only waiting or a larger allocation helps.</summary>
public sealed class RequestLimitException(string message, Exception? innerException = null)
    : SalesforceException(message, innerException)
{
    /// <summary>True where it was the run itself that left the rest of the allocation to others (<c>API_CALLS_RESERVED</c>).</summary>
    public bool IsReserveReached => ErrorCode == SalesforceErrors.ReserveReached;
}
