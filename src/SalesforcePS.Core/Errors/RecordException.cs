namespace SalesforcePS.Core.Errors;

/// <summary>One record was refused; the others of its batch are not touched by this.</summary>
public sealed class RecordException(string message, IReadOnlyList<RecordError> errors) : SalesforceException(message)
{
    /// <summary>All that Salesforce found wrong with the record, in its order; the exception's code and fields are those of the first.</summary>
    public IReadOnlyList<RecordError> Errors { get; } = errors;

    public static RecordException From(IReadOnlyList<RecordError> errors) =>
        new(string.Join("; ", errors.Select(error => $"{error.StatusCode}: {error.Message}")), errors)
        {
            ErrorCode = errors.Count > 0 ? errors[0].StatusCode : "UNKNOWN",
            Fields = errors.Count > 0 ? errors[0].Fields : [],
        };

    public static RecordException From(string statusCode, string message, params string[] fields) =>
        From([new RecordError(statusCode, message, fields)]);
}
