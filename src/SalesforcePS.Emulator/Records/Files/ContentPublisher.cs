using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Files;

/// <summary>Keeps document, versions and links together: the first version makes the document and its links, each later one becomes its latest.</summary>
internal sealed class ContentPublisher(WriteContext context, RowWriter rows, DraftCompletion completion)
{
    public const string Version = "ContentVersion";

    private const string Document = "ContentDocument";
    private const string Link = "ContentDocumentLink";
    private const string DocumentId = "ContentDocumentId";
    private const string LinkedEntityId = "LinkedEntityId";

    // What a document shows of its latest version.
    private static readonly string[] Shown =
        ["Title", "Description", "ContentSize", "ContentSizeLong", "FileExtension", "FileType", "OwnerId", "SharingOption", "SharingPrivacy"];

    private readonly OrgDatabase database = context.Database;

    /// <summary>Before the row is written: gives a new version its document, and refuses a second link to the same record.</summary>
    public void Prepare(DraftRecord draft)
    {
        if (!draft.IsNew)
            return;
        if (draft.Type.Name == Version)
            PrepareVersion(draft);
        else if (draft.Type.Name == Link && LinkBetween((string)Get(draft, DocumentId)!, (string)Get(draft, LinkedEntityId)!) is { } id)
            draft.Fail(RecordErrors.DuplicateValueOf(Field(draft.Type, LinkedEntityId), id));
    }

    /// <summary>After the row is written.</summary>
    public void Publish(DraftRecord version)
    {
        if (version.Type.Name != Version || (!version.IsNew && !IsLatest(version)))
            return;
        var documentId = version.IsNew ? (string)Get(version, DocumentId)! : (string)Stored(version.Type, version.Key, DocumentId)!;
        var isFirst = version.IsNew && Get(version, "VersionNumber") is "1";
        if (version.IsNew)
            RetireOthers(documentId, version.Key);
        if (isFirst)
            Write(NewDocument(documentId), document => Show(document, version));
        else
            Update(documentId, document => Show(document, version));
        if (!isFirst)
            return;
        AddLink(documentId, (string)Get(version, SystemFields.OwnerId)!, "I");
        if (Get(version, "FirstPublishLocationId") is string recordId && recordId != (string)Get(version, SystemFields.OwnerId)!)
            AddLink(documentId, recordId, "V");
    }

    private void PrepareVersion(DraftRecord version)
    {
        if (Get(version, DocumentId) is not string documentId)
        {
            var type = context.Schema.Find(Document)!;
            Set(version, "VersionNumber", "1");
            Set(version, DocumentId, SalesforceId.Create(type.KeyPrefix, database.Sequences.Next(type)));
            return;
        }

        if (Get(version, "FirstPublishLocationId") is not null)
        {
            version.FailReadOnly(Field(version.Type, "FirstPublishLocationId"));
            return;
        }

        var count = database.Prepare($"SELECT count(*) FROM \"{Version}\" WHERE \"{DocumentId}\" = ?").Bind(1, documentId);
        count.Step();
        Set(version, "VersionNumber", ValueParser.Text(count.Integer(0) + 1)!);
        count.Reset();
    }

    private void RetireOthers(string documentId, long key) =>
        database.Prepare($"UPDATE \"{Version}\" SET \"IsLatest\" = 0, \"{SystemFields.SystemModstamp}\" = ? WHERE \"{DocumentId}\" = ? AND \"IsLatest\" = 1 AND \"{SqlName.Key}\" <> ?")
            .Bind(1, context.Now).Bind(2, documentId).Bind(3, key).Step();

    private static void Show(DraftRecord document, DraftRecord version)
    {
        foreach (var name in Shown)
        {
            if (version.IsSet(Field(version.Type, name)))
                Set(document, name, Get(version, name));
        }

        if (version.IsNew)
            Set(document, "LatestPublishedVersionId", version.Id);
    }

    private DraftRecord NewDocument(string id)
    {
        SalesforceId.TryGetKey(id, out var key);
        return new DraftRecord(context.Schema.Find(Document)!, key, id, isNew: true);
    }

    private void Update(string documentId, Action<DraftRecord> fill)
    {
        SalesforceId.TryGetKey(documentId, out var key);
        Write(new DraftRecord(context.Schema.Find(Document)!, key, documentId, isNew: false), fill);
    }

    private void AddLink(string documentId, string recordId, string shareType)
    {
        var type = context.Schema.Find(Link)!;
        var key = database.Sequences.Next(type);
        Write(new DraftRecord(type, key, SalesforceId.Create(type.KeyPrefix, key), isNew: true), link =>
        {
            Set(link, DocumentId, documentId);
            Set(link, LinkedEntityId, recordId);
            Set(link, "ShareType", shareType);
            Set(link, "Visibility", "AllUsers");
        });
    }

    private void Write(DraftRecord draft, Action<DraftRecord> fill)
    {
        fill(draft);
        if (draft.Type.FindField("ContentModifiedDate") is { } modified)
            draft.Set(modified, context.Now);
        completion.Complete(draft);
        rows.Write(draft);
    }

    private bool IsLatest(DraftRecord version) => Stored(version.Type, version.Key, "IsLatest") is 1L;

    private object? Stored(SObjectType type, long key, string field)
    {
        var statement = database.Prepare($"SELECT {SqlName.Quote(field)} FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?").Bind(1, key);
        statement.Step();
        var value = statement.Value(0);
        statement.Reset();
        return value;
    }

    private string? LinkBetween(string documentId, string recordId)
    {
        var statement = database.Prepare(
            $"SELECT \"Id\" FROM \"{Link}\" WHERE \"{DocumentId}\" = ? AND \"{LinkedEntityId}\" = ? AND \"{SystemFields.IsDeleted}\" = 0")
            .Bind(1, documentId).Bind(2, recordId);
        var id = statement.Step() ? (string)statement.Value(0)! : null;
        statement.Reset();
        return id;
    }

    private static SObjectField Field(SObjectType type, string name) => type.FindField(name)!;

    private static object? Get(DraftRecord draft, string name) => draft[Field(draft.Type, name)];

    private static void Set(DraftRecord draft, string name, object? value) => draft.Set(Field(draft.Type, name), value);
}
