using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Finds the Ids behind external ids, for an upsert that must not insert: SOAP's upsert has no such option, so the records are updated
/// by Id. One query per batch and object.
/// </summary>
internal sealed class ExternalIdLookup(SalesforceConnection connection, WriteOptions options)
{
    public async Task<(IReadOnlyList<EncodedRecord> Found, IReadOnlyList<(EncodedRecord, RecordOutcome)> Missing)> FindAsync(
        IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        var field = options.ExternalIdField!;
        var found = new List<EncodedRecord>();
        var missing = new List<(EncodedRecord, RecordOutcome)>();
        foreach (var ofType in batch.GroupBy(record => record.ObjectType, StringComparer.OrdinalIgnoreCase))
        {
            var ids = await QueryAsync(ofType.Key, field, [.. ofType.Select(record => record.TextOf(field)!)], cancellation).ConfigureAwait(false);
            foreach (var record in ofType)
            {
                var key = record.TextOf(field)!;
                switch (ids[key].Take(2).ToArray())
                {
                    case [var id]:
                        found.Add(record with { Id = id, Fields = [.. record.Fields.Where(other => !IsKey(other, field))] });
                        break;
                    case []:
                        missing.Add((record, Refuse(record, "NOT_FOUND", $"No {ofType.Key} has '{key}' in {field}, and nothing is to be inserted.")));
                        break;
                    default:
                        missing.Add((record, Refuse(record, "DUPLICATE_EXTERNAL_ID", $"More than one {ofType.Key} has '{key}' in {field}.")));
                        break;
                }
            }
        }
        return (found, missing);
    }

    private async Task<ILookup<string, string>> QueryAsync(string objectType, string field, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var ids = new List<(string Key, string Id)>();
        var query = new QueryRunner(connection).ReadPagesAsync(
            $"SELECT Id, {field} FROM {objectType} WHERE {field} IN :keys",
            new QueryOptions { Parameters = new Dictionary<string, object?> { ["keys"] = keys } },
            cancellation);
        await foreach (var page in query.ConfigureAwait(false))
        {
            foreach (var record in page.Cast<SalesforceRecord>())
                ids.Add((record.values[1]?.ToString() ?? "", (string)record.values[0]!));
        }
        return ids.ToLookup(pair => pair.Key, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsKey(EncodedField field, string name) => field.Link is null && field.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static RecordOutcome Refuse(EncodedRecord record, string code, string message) =>
        new(record.Record) { Error = RecordException.From(code, message, "Id") };
}
