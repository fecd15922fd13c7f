using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>Makes records of files to be uploaded, for a <see cref="FileRecordWriter"/> or an <see cref="AttachmentZipWriter"/>.</summary>
public static class FileRecord
{
    internal const string ParentId = "FirstPublishLocationId";

    private const int LongestTitle = 255;

    /// <summary>A version of a document, a new one without <paramref name="documentId"/>.</summary>
    public static InputRecord Version(object source, string name, FileContent content, string? parentId, string? documentId, string? description, string? ownerId) =>
        new(source, FileKind.Version,
        [
            new("Title", TitleOf(name)),
            new("PathOnClient", name),
            new("Description", description),
            new("OwnerId", ownerId),
            new("ContentDocumentId", documentId),
            new(ParentId, parentId),
            new(FileKind.VersionBody, content),
        ]);

    /// <summary>An attachment: a new one, or with <paramref name="id"/> another body for one that is there.</summary>
    public static InputRecord Attachment(
        object source, string? id, string name, FileContent content, string? parentId, string? description, string? contentType, string? ownerId) =>
        new(source, FileKind.Attachment,
        [
            new("Id", id),
            new("Name", name),
            new("ParentId", id is null ? parentId : null),
            new("Description", description),
            new("ContentType", contentType),
            new("OwnerId", ownerId),
            new(FileKind.AttachmentBody, content),
        ]);

    public static FileContent ContentOf(InputRecord record) => record.Fields.Select(field => field.Value).OfType<FileContent>().First();

    internal static string? TextOf(InputRecord record, string name) => record.Fields.First(field => field.Key == name).Value as string;

    /// <summary>What goes over the wire beside the body; what is not given is left to the org.</summary>
    internal static EncodedRecord Encode(InputRecord record, params string[] leftOut) => new(
        record,
        record.ObjectType,
        record.Fields.FirstOrDefault(field => field.Key == "Id").Value as string,
        [
            .. from field in record.Fields
               where field.Key != "Id" && !leftOut.Contains(field.Key) && field.Value is string { Length: > 0 }
               select new EncodedField(field.Key, FieldType.String, (string)field.Value!),
        ],
        []);

    /// <summary>The name without its extension, which an org keeps apart.</summary>
    private static string TitleOf(string name)
    {
        var dot = name.LastIndexOf('.');
        var title = dot > 0 && dot < name.Length - 1 ? name[..dot] : name;
        return title.Length <= LongestTitle ? title : title[..LongestTitle];
    }
}
