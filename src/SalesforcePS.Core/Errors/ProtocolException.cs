namespace SalesforcePS.Core.Errors;

/// <summary>An answer that is not what the API promises: malformed, cut off, or short of records.</summary>
public sealed class ProtocolException : SalesforceException
{
    public ProtocolException(string message, Exception? innerException = null) : base(message, innerException) =>
        ErrorCode = "PROTOCOL_ERROR";
}
