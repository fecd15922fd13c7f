using System.IO.Compression;
using System.Xml.Linq;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>A request as it went over the wire.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, string Body, string? Authorization, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Partner = "urn:partner.soap.sforce.com";
    internal static readonly XNamespace SObject = "urn:sobject.partner.soap.sforce.com";

    public string Path => Uri.AbsolutePath;

    public bool IsSoap => Path.StartsWith("/services/Soap/", StringComparison.Ordinal);

    public string? Soql => Uri.Query.StartsWith("?q=", StringComparison.Ordinal) ? Uri.UnescapeDataString(Uri.Query[3..]) : null;

    public XElement Operation => XDocument.Parse(Body, LoadOptions.PreserveWhitespace).Root!.Element(Envelope + "Body")!.Elements().Single();

    public string? SessionId => XDocument.Parse(Body).Root!.Descendants(Partner + "sessionId").SingleOrDefault()?.Value;

    public bool IsCollection => Path.Contains("/composite/sobjects", StringComparison.Ordinal);

    /// <summary>The records of a create, update or upsert; those of REST in the form of SOAP.</summary>
    public IReadOnlyList<XElement> Records => IsSoap ? [.. Operation.Elements(Partner + "sObjects")] : CollectionMessage.Records(this);

    /// <summary>The Ids of a delete.</summary>
    public IReadOnlyList<string> Ids => IsSoap ? [.. Operation.Elements(Partner + "ids").Select(id => id.Value)] : CollectionMessage.Ids(this);

    public IReadOnlyList<string> FieldValues(string field) => [.. Records.Select(record => record.Element(SObject + field)!.Value)];

    public IReadOnlyDictionary<string, string> Form =>
        Body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[1]));

    public static async Task<SentRequest> FromAsync(HttpRequestMessage request) => new(
        request.Method,
        request.RequestUri!,
        request.Content is null ? "" : await ReadAsync(request.Content),
        request.Headers.Authorization?.ToString(),
        request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    private static async Task<string> ReadAsync(HttpContent content)
    {
        if (!content.Headers.ContentEncoding.Contains("gzip"))
            return await content.ReadAsStringAsync();
        using var reader = new StreamReader(new GZipStream(new MemoryStream(await content.ReadAsByteArrayAsync()), CompressionMode.Decompress));
        return await reader.ReadToEndAsync();
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
