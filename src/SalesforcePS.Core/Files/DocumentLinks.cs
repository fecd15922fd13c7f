using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>
/// What belongs to a new version beside itself: the Id of its document, and the link to its record where the org would not make it, or
/// would not make it as it is wanted.
/// </summary>
internal sealed class DocumentLinks(SalesforceConnection connection, FileWriteOptions options)
{
    private readonly BatchSender sender = new(connection, new WriteOptions(RecordOperation.Insert), new RestBatchTransport());

    public EncodedRecord Encode(InputRecord version) =>
        LinkTarget(version) is null ? FileRecord.Encode(version) : FileRecord.Encode(version, FileRecord.ParentId);

    public async Task<IReadOnlyList<RecordOutcome>> CompleteAsync(IReadOnlyList<RecordOutcome> outcomes, CancellationToken cancellation)
    {
        string[] ids = [.. from outcome in outcomes where outcome.Success && outcome.Record.ObjectType == FileKind.Version select outcome.Id];
        if (ids.Length == 0)
            return outcomes;
        try
        {
            var documents = await FindAsync(ids, cancellation).ConfigureAwait(false);
            RecordOutcome[] known = [.. outcomes.Select(outcome => outcome.Success ? outcome with { ContentDocumentId = documents.GetValueOrDefault(outcome.Id!) } : outcome)];
            return await LinkAsync(known, cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException failed)
        {
            // The files are there; only what was to be linked is not done.
            return [.. outcomes.Select(outcome => outcome.Success && LinkTarget(outcome.Record) is not null ? NotLinked(outcome, failed) : outcome)];
        }
    }

    private async Task<Dictionary<string, string>> FindAsync(string[] ids, CancellationToken cancellation)
    {
        var query = new QueryOptions { Parameters = new Dictionary<string, object?> { [nameof(ids)] = ids } };
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in new QueryRunner(connection).ReadRawAsync("SELECT Id, ContentDocumentId FROM ContentVersion WHERE Id IN :ids", query, cancellation).ConfigureAwait(false))
            documents[row.GetProperty("Id").GetString()!] = row.GetProperty("ContentDocumentId").GetString()!;
        return documents;
    }

    private async Task<IReadOnlyList<RecordOutcome>> LinkAsync(RecordOutcome[] outcomes, CancellationToken cancellation)
    {
        EncodedRecord[] wanted = [.. from outcome in outcomes where outcome.Success && LinkTarget(outcome.Record) is not null select LinkOf(outcome)];
        if (wanted.Length == 0)
            return outcomes;
        var made = (await sender.SendAsync(wanted, cancellation).ConfigureAwait(false)).ToDictionary(link => (RecordOutcome)link.Record.Source);
        return [.. outcomes.Select(outcome => made.TryGetValue(outcome, out var link) && link.Error is { ErrorCode: not "DUPLICATE_VALUE" } refused ? NotLinked(outcome, refused) : outcome)];
    }

    private EncodedRecord LinkOf(RecordOutcome version) => new(
        new InputRecord(version, "ContentDocumentLink", []),
        "ContentDocumentLink",
        null,
        [
            new("ContentDocumentId", FieldType.String, version.ContentDocumentId ?? ""),
            new("LinkedEntityId", FieldType.String, LinkTarget(version.Record)!),
            new("ShareType", FieldType.String, options.ShareType ?? "V"),
            .. options.Visibility is { } visibility ? [new EncodedField("Visibility", FieldType.String, visibility)] : Array.Empty<EncodedField>(),
        ],
        []);

    /// <summary>The org links the first version of a document, in its own way; null where it does.</summary>
    private string? LinkTarget(InputRecord record) =>
        record.ObjectType == FileKind.Version
        && FileRecord.TextOf(record, FileRecord.ParentId) is { Length: > 0 } parentId
        && (options.ShareType is not null || options.Visibility is not null || FileRecord.TextOf(record, "ContentDocumentId") is not null)
            ? parentId
            : null;

    private RecordOutcome NotLinked(RecordOutcome version, SalesforceException refused) => version with
    {
        Error = RecordException.From(refused.ErrorCode, $"The file was uploaded as {version.Id}, but not linked to {LinkTarget(version.Record)}: {refused.Message}"),
    };
}
