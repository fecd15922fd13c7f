namespace SalesforcePS.Core.Errors;

/// <summary>A write was sent and its answer was lost: it may or may not have happened, and repeating it could double the record.</summary>
public sealed class OutcomeUnknownException : SalesforceException
{
    public OutcomeUnknownException(string message, Exception? innerException = null) : base(message, innerException) =>
        ErrorCode = "OUTCOME_UNKNOWN";
}
