namespace SalesforcePS.Core.Files;

/// <summary>A file in Salesforce: a document of Salesforce Files, an attachment, or a document of the older Documents.</summary>
/// <param name="ObjectType">ContentDocument, Attachment or Document.</param>
/// <param name="Id">Of the document or the attachment: what is deleted to delete the file.</param>
/// <param name="Name">The file name, with its extension.</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredFile(string ObjectType, string Id, string Name, long Length)
{
    /// <summary>The record on which it hangs; null where it was found by its own Id.</summary>
    public string? ParentId { get; init; }

    /// <summary>The version that is downloaded; null but for Salesforce Files.</summary>
    public string? VersionId { get; init; }

    public string? VersionNumber { get; init; }

    /// <summary>Salesforce's FileType, or the content type of an attachment.</summary>
    public string? Type { get; init; }

    /// <summary>The MD5 of the body in hexadecimal digits; null where Salesforce gives none.</summary>
    public string? Checksum { get; init; }

    public string? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? LastModifiedDate { get; init; }

    internal string BlobPath => VersionId is { } version ? $"sobjects/{FileKind.Version}/{version}/{FileKind.VersionBody}" : $"sobjects/{ObjectType}/{Id}/{FileKind.AttachmentBody}";
}
