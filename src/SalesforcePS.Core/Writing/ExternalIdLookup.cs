using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Finds the Ids behind external ids, for an upsert that must not insert: SOAP's upsert has no such option, so the records are updated
/// by Id. One query per batch and object.
/// </summary>
internal sealed class ExternalIdLookup(SalesforceConnection connection, string externalIdField)
{
    public async Task<(IReadOnlyList<EncodedRecord> Found, IReadOnlyList<RecordOutcome> Missing)> FindAsync(
        IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        var found = new List<EncodedRecord>();
        var missing = new List<RecordOutcome>();
        foreach (var ofType in batch.GroupBy(record => record.ObjectType, StringComparer.OrdinalIgnoreCase))
        {
            var description = await connection.Schema.GetAsync(ofType.Key, cancellation).ConfigureAwait(false);
            var field = description.FindField(externalIdField)!;
            var key = new ExternalIdKey(field);
            var ids = await QueryAsync(ofType.Key, field, key, [.. ofType.Select(KeyOf)], cancellation).ConfigureAwait(false);
            foreach (var record in ofType)
            {
                if (Find(record, key, ids, out var refusal) is { } id)
                    found.Add(record with { Id = id, Fields = [.. record.Fields.Where(other => !IsKey(other))] });
                else
                    missing.Add(new RecordOutcome(record.Record) { Error = refusal });
            }
        }
        return (found, missing);
    }

    private string? Find(EncodedRecord record, ExternalIdKey key, ILookup<object, string> ids, out RecordException? refusal)
    {
        var text = KeyOf(record);
        refusal = null;
        if (key.Parameter(text) is null)
            refusal = Refuse("INVALID_VALUE", $"'{text}' is not a number, which {externalIdField} is.");
        else
        {
            var matches = ids[key.Normalize(text)].Take(2).ToArray();
            if (matches is [var only])
                return only;
            refusal = matches is []
                ? Refuse("NOT_FOUND", $"No {record.ObjectType} has '{text}' in {externalIdField}, and nothing is to be inserted.")
                : Refuse("DUPLICATE_EXTERNAL_ID", $"More than one {record.ObjectType} has '{text}' in {externalIdField}.");
        }
        return null;
    }

    private async Task<ILookup<object, string>> QueryAsync(
        string objectType, FieldDescription field, ExternalIdKey key, IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var ids = new List<(object Key, string Id)>();
        var keys = texts.Select(key.Parameter).Where(parameter => parameter is not null).ToArray();
        var query = new QueryRunner(connection).ReadPagesAsync(
            $"SELECT Id, {field.Name} FROM {objectType} WHERE {field.Name} IN :keys",
            new QueryOptions { Parameters = new Dictionary<string, object?> { ["keys"] = keys } },
            cancellation);
        await foreach (var page in query.ConfigureAwait(false))
        {
            foreach (var record in page.Cast<SalesforceRecord>())
                ids.Add((key.Normalize(record.values[1]!), (string)record.values[0]!));
        }
        return ids.ToLookup(pair => pair.Key, pair => pair.Id);
    }

    private string KeyOf(EncodedRecord record) => record.TextOf(externalIdField)!;

    private bool IsKey(EncodedField field) => field.Link is null && field.Name.Equals(externalIdField, StringComparison.OrdinalIgnoreCase);

    private RecordException Refuse(string code, string message) => RecordException.From(code, message, externalIdField);
}
