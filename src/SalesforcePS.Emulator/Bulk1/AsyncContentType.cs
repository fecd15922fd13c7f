namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The content types of a job, and what its requests and answers then look like.</summary>
internal sealed record AsyncContentType(string Name, string MediaType, AnswerFormat Answers, bool IsZip)
{
    public static readonly AsyncContentType Xml = new("XML", "application/xml", AnswerFormat.Xml, IsZip: false);
    public static readonly AsyncContentType Csv = new("CSV", "text/csv", AnswerFormat.Xml, IsZip: false);
    public static readonly AsyncContentType Json = new("JSON", "application/json", AnswerFormat.Json, IsZip: false);

    private static readonly AsyncContentType[] All =
    [
        Xml,
        Csv,
        Json,
        new("ZIP_XML", "zip/xml", AnswerFormat.Xml, IsZip: true),
        new("ZIP_CSV", "zip/csv", AnswerFormat.Xml, IsZip: true),
        new("ZIP_JSON", "zip/json", AnswerFormat.Json, IsZip: true),
    ];

    /// <summary>What a batch of records holds once it is unzipped.</summary>
    public AsyncContentType Records => Name switch
    {
        "XML" or "ZIP_XML" => Xml,
        "JSON" or "ZIP_JSON" => Json,
        _ => Csv,
    };

    /// <summary>Some clients send XML as text.</summary>
    public bool Takes(string mediaType) =>
        mediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) || (this == Xml && mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase));

    public static AsyncContentType? Find(string name) => Array.Find(All, type => type.Name == name);
}
