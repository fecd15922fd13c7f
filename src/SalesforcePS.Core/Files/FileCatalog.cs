using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Files;

/// <summary>Finds files: those that hang on records, or by their own Ids.</summary>
public sealed class FileCatalog(SalesforceConnection connection)
{
    private const string VersionPrefix = "068";
    private const string DocumentPrefix = "069";
    private const string AttachmentPrefix = "00P";
    private const string OlderDocumentPrefix = "015";

    private const string VersionFields =
        "Id, Title, PathOnClient, FileExtension, FileType, ContentSize, Checksum, VersionNumber, OwnerId, Owner.Name, Description, LastModifiedDate, ContentDocumentId";

    private const string AttachmentFields = "Id, ParentId, Name, ContentType, BodyLength, OwnerId, Owner.Name, Description, LastModifiedDate";

    /// <summary>True for the Ids of files, false for those of records that files hang on.</summary>
    public static bool IsFile(string id) => id.Length >= 3 && PrefixOf(id) is VersionPrefix or DocumentPrefix or AttachmentPrefix or OlderDocumentPrefix;

    /// <summary>True for what can be the Id of a record.</summary>
    public static bool IsParent(string id) => RecordId.IsOf(id, null);

    /// <summary>The files and attachments of records, in the latest version of each, the files first.</summary>
    public async IAsyncEnumerable<StoredFile> OfRecordsAsync(IReadOnlyCollection<string> parentIds, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var links = new List<(string DocumentId, string ParentId)>();
        await foreach (var link in QueryAsync("SELECT ContentDocumentId, LinkedEntityId FROM ContentDocumentLink WHERE LinkedEntityId IN :ids", parentIds, cancellation).ConfigureAwait(false))
            links.Add((Text(link, "ContentDocumentId")!, Text(link, "LinkedEntityId")!));
        var files = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        if (links.Count > 0)
        {
            var query = $"SELECT {VersionFields} FROM ContentVersion WHERE IsLatest = true AND ContentDocumentId IN :ids";
            await foreach (var version in QueryAsync(query, [.. links.Select(link => link.DocumentId).Distinct()], cancellation).ConfigureAwait(false))
                files[Text(version, "ContentDocumentId")!] = Version(version);
        }
        foreach (var (documentId, parentId) in links)
        {
            if (files.TryGetValue(documentId, out var file))
                yield return file with { ParentId = parentId };
        }
        await foreach (var attachment in QueryAsync($"SELECT {AttachmentFields} FROM Attachment WHERE ParentId IN :ids", parentIds, cancellation).ConfigureAwait(false))
            yield return Attachment(attachment);
    }

    /// <summary>The files with these Ids: documents in their latest version, versions, attachments, and documents of the older kind.</summary>
    public async IAsyncEnumerable<StoredFile> FindAsync(IReadOnlyCollection<string> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var group in ids.GroupBy(PrefixOf))
        {
            var (query, read) = group.Key switch
            {
                VersionPrefix => ($"SELECT {VersionFields} FROM ContentVersion WHERE Id IN :ids", (Func<JsonElement, StoredFile>)Version),
                DocumentPrefix => ($"SELECT {VersionFields} FROM ContentVersion WHERE IsLatest = true AND ContentDocumentId IN :ids", Version),
                AttachmentPrefix => ($"SELECT {AttachmentFields} FROM Attachment WHERE Id IN :ids", Attachment),
                _ => ("SELECT Id, Name, Type, ContentType, BodyLength, AuthorId, Author.Name, Description, LastModifiedDate FROM Document WHERE Id IN :ids", Document),
            };
            await foreach (var row in QueryAsync(query, [.. group], cancellation).ConfigureAwait(false))
                yield return read(row);
        }
    }

    private IAsyncEnumerable<JsonElement> QueryAsync(string soql, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        new QueryRunner(connection).ReadRawAsync(soql, new QueryOptions { Parameters = new Dictionary<string, object?> { [nameof(ids)] = ids.ToArray() } }, cancellation);

    private static string PrefixOf(string id) => RecordId.RestoreCase(id)[..3];

    private static StoredFile Version(JsonElement row) => Common(row, "OwnerId", "Owner", new("ContentDocument", Text(row, "ContentDocumentId")!, NameOf(row), row.GetProperty("ContentSize").GetInt64())
    {
        VersionId = Text(row, "Id"),
        VersionNumber = Text(row, "VersionNumber"),
        Type = Text(row, "FileType"),
        Checksum = Text(row, "Checksum"),
    });

    private static StoredFile Attachment(JsonElement row) => Common(row, "OwnerId", "Owner", new(FileKind.Attachment, Text(row, "Id")!, Text(row, "Name")!, row.GetProperty("BodyLength").GetInt64())
    {
        ParentId = Text(row, "ParentId"),
        Type = Text(row, "ContentType"),
    });

    private static StoredFile Document(JsonElement row)
    {
        var name = Text(row, "Name")!;
        return Common(row, "AuthorId", "Author", new("Document", Text(row, "Id")!, Text(row, "Type") is { } extension ? $"{name}.{extension}" : name, row.GetProperty("BodyLength").GetInt64())
        {
            Type = Text(row, "ContentType"),
        });
    }

    private static StoredFile Common(JsonElement row, string ownerIdField, string owner, StoredFile file) => file with
    {
        OwnerId = Text(row, ownerIdField),
        OwnerName = row.GetProperty(owner) is { ValueKind: JsonValueKind.Object } user ? Text(user, "Name") : null,
        Description = Text(row, "Description"),
        LastModifiedDate = Text(row, "LastModifiedDate") is { } moment ? TextValue.DateTime(moment) : null,
    };

    /// <summary>A title is the name without its extension; but some set it to the whole name.</summary>
    private static string NameOf(JsonElement version)
    {
        var (title, extension, path) = (Text(version, "Title")!, Text(version, "FileExtension"), Text(version, "PathOnClient"));
        return string.IsNullOrEmpty(extension) || path?[(path.LastIndexOfAny(['/', '\\']) + 1)..] == title ? title : $"{title}.{extension}";
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
