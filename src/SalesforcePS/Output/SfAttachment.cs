using SalesforcePS.Core.Files;

namespace SalesforcePS;

/// <summary>A file in Salesforce.</summary>
public sealed class SfAttachment : IRecordIdentity
{
    internal SfAttachment(StoredFile file) => File = file;

    /// <summary>The file name, as Salesforce has it.</summary>
    public string Name => File.Name;

    /// <summary>Bytes.</summary>
    public long Size => File.Length;

    /// <summary>Salesforce's file type such as PDF or WORD_X; the content type of an attachment.</summary>
    public string? Type => File.Type;

    /// <summary>The number of the latest version; null for attachments.</summary>
    public string? Version => File.VersionNumber;

    /// <summary>The name of the owner.</summary>
    public string? Owner => File.OwnerName;

    public string? OwnerId => File.OwnerId;

    /// <summary>The record on which the file hangs; null where it was found by its own Id.</summary>
    public string? ParentId => File.ParentId;

    /// <summary>Of the document or the attachment: what Remove-SfRecord deletes.</summary>
    public string Id => File.Id;

    /// <summary>ContentDocument, Attachment or Document.</summary>
    public string ObjectType => File.ObjectType;

    /// <summary>Of the latest version, or of the one that was asked for; null for attachments.</summary>
    public string? VersionId => File.VersionId;

    /// <summary>The MD5 of the file; null for attachments.</summary>
    public string? Checksum => File.Checksum;

    public string? Description => File.Description;

    public DateTimeOffset? LastModifiedDate => File.LastModifiedDate;

    internal StoredFile File { get; }

    public override string ToString() => Name;
}
