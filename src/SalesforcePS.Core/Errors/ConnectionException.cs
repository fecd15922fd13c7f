namespace SalesforcePS.Core.Errors;

/// <summary>Salesforce could not be reached, or the connection broke: no answer of its own came back.</summary>
public sealed class ConnectionException : SalesforceException
{
    public ConnectionException(string message, Exception? innerException = null) : base(message, innerException) =>
        ErrorCode = "CONNECTION_FAILED";
}
