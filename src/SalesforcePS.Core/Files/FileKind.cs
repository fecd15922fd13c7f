namespace SalesforcePS.Core.Files;

/// <summary>The objects of Salesforce that hold files.</summary>
public static class FileKind
{
    /// <summary>Salesforce Files: a version of a document.</summary>
    public const string Version = "ContentVersion";

    /// <summary>The older attachments, each of one record.</summary>
    public const string Attachment = "Attachment";

    internal const string VersionBody = "VersionData";

    internal const string AttachmentBody = "Body";

    internal static string BodyOf(string objectType) => objectType == Version ? VersionBody : AttachmentBody;
}
