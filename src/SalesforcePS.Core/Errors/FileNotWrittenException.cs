namespace SalesforcePS.Core.Errors;

/// <summary>A file on this machine could not be written; Salesforce has no part in it.</summary>
public sealed class FileNotWrittenException : SalesforceException
{
    public FileNotWrittenException(Exception cause) : base(cause.Message, cause) => ErrorCode = "FILE_NOT_WRITTEN";
}
