namespace SalesforcePS.Emulator.Records.Files;

/// <summary>What an org makes of the body of a file and of its name, and the bodies that it refuses.</summary>
internal static class FileFields
{
    /// <summary>Of an attachment that comes as base64; by multipart it may be larger (API guides, Attachment and insert blob data).</summary>
    private const long LargestAttachment = 25 * 1024 * 1024;
    private const long LargestDocument = 5 * 1024 * 1024;

    public static void Complete(DraftRecord draft)
    {
        switch (draft.Type.Name)
        {
            case "Attachment":
                SetLength(draft, LargestAttachment);
                break;
            case "Document":
                SetLength(draft, LargestDocument);
                break;
            case ContentPublisher.Version:
                CompleteVersion(draft);
                break;
        }
    }

    private static void SetLength(DraftRecord draft, long largest)
    {
        var field = draft.Type.FindField("Body")!;
        var body = draft[field] as FileBody;
        if (body is { Number: null } && body.Length > largest)
            draft.Fail(RecordErrors.FileTooLarge(field, largest));
        else if (draft.IsNew || draft.IsSet(field))
            draft.Set(draft.Type.FindField("BodyLength")!, body?.Length ?? 0);
    }

    private static void CompleteVersion(DraftRecord draft)
    {
        var data = draft.Type.FindField("VersionData")!;
        if (!draft.IsNew)
        {
            // A new body is a new version (REST API guide, insert or update blob data).
            if (draft.IsSet(data))
                draft.FailReadOnly(data);
            return;
        }

        if (draft[data] is not FileBody body)
            CompleteLink(draft);
        else if (Text(draft, "PathOnClient") is not { } path)
            draft.Fail(RecordErrors.RequiredMissing(["PathOnClient"]));
        else
            Describe(draft, body, path[(path.LastIndexOfAny(['/', '\\']) + 1)..]);
    }

    private static void CompleteLink(DraftRecord draft)
    {
        if (Text(draft, "ContentUrl") is null)
        {
            draft.Fail(RecordErrors.RequiredMissing(["VersionData"]));
            return;
        }

        Set(draft, "ContentLocation", "L");
        Set(draft, "FileType", FileType.Link);
        Set(draft, "ContentSize", 0L);
    }

    private static void Describe(DraftRecord draft, FileBody body, string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && dot < name.Length - 1 ? name[(dot + 1)..] : null;
        if (Text(draft, "Title") is null)
            Set(draft, "Title", Shortened(extension is null ? name : name[..dot], draft.Type.FindField("Title")!.Length));
        Set(draft, "Checksum", body.Checksum);
        Set(draft, "ContentSize", body.Length);
        Set(draft, "ContentSizeLong", body.Length);
        if (extension is { Length: <= 40 })
            Set(draft, "FileExtension", extension);
        Set(draft, "FileType", FileType.Of(extension));
    }

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];

    private static string? Text(DraftRecord draft, string name) => draft[draft.Type.FindField(name)!] as string;

    private static void Set(DraftRecord draft, string name, object value) => draft.Set(draft.Type.FindField(name)!, value);
}
