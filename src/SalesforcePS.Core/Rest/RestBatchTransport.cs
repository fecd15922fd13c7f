using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Rest;

/// <summary>sObject collections. A value of the wrong type would have the whole request refused (JSON_PARSER_ERROR), so its record is refused before.</summary>
internal sealed class RestBatchTransport : IBatchTransport
{
    public RecordException? Check(EncodedRecord record, WriteOptions options)
    {
        // The Ids of a delete stand in the URL, parted by commas.
        if (record.Id is { } id && !id.All(char.IsAsciiLetterOrDigit))
            return RecordException.From("MALFORMED_ID", $"Record ID: id value of incorrect type: {id}", "Id");
        List<RecordError> errors =
        [
            .. from field in record.Fields
               where !JsonField.Fits(field)
               select new RecordError("INVALID_TYPE_ON_FIELD_IN_RECORD", $"{field.Name}: value not of required type: {field.Text}", [field.Name]),
        ];
        return errors.Count == 0 ? null : RecordException.From(errors);
    }

    /// <summary>The URL of an upsert names the object.</summary>
    public bool MayGoTogether(EncodedRecord first, EncodedRecord second, WriteOptions options) =>
        options is not { Operation: RecordOperation.Upsert, UpdateOnly: false } || first.ObjectType.Equals(second.ObjectType, StringComparison.OrdinalIgnoreCase);

    public IRecordCall CreateCall(SalesforceConnection connection, WriteOptions options) => new CollectionCall(connection, options);
}
