namespace SalesforcePS;

/// <summary>What became of one file that was uploaded. Refused files are error records and have no result.</summary>
public sealed class SfUploadResult
{
    /// <summary>Of the version, or of the attachment.</summary>
    public required string? Id { get; init; }

    /// <summary>Of the document to which the version belongs; null for an attachment, and where it could not be found out.</summary>
    public required string? ContentDocumentId { get; init; }

    /// <summary>The file name.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The record on which the file hangs; null for none.</summary>
    public required string? ParentId { get; init; }

    /// <summary>Always true: a file that was not uploaded is an error record.</summary>
    public bool Success { get; init; } = true;

    /// <summary>False where an attachment got another body.</summary>
    public required bool Created { get; init; }

    /// <summary>Insert or Update.</summary>
    public required string Operation { get; init; }

    /// <summary>ContentVersion or Attachment.</summary>
    public required string ObjectType { get; init; }

    /// <summary>The file, path or object that went in.</summary>
    public required object InputObject { get; init; }

    /// <summary>The bulk job that wrote the record; null where no job took part.</summary>
    public string? JobId { get; init; }

    public override string ToString() => Name;
}
