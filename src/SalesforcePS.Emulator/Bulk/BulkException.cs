namespace SalesforcePS.Emulator.Bulk;

/// <summary>Content that fails as a whole, a job's or a batch's, before any row of it is processed.</summary>
internal sealed class BulkException(string exceptionCode, string message) : Exception(message)
{
    public const string InvalidBatch = "InvalidBatch";
    public const string ClientInputError = "ClientInputError";
    public const string ExceededQuota = "ExceededQuota";

    /// <summary>As in "InvalidBatch : Field name not found : X".</summary>
    public string StateMessage => $"{exceptionCode} : {Message}";
}
