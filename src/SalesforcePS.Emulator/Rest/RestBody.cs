using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest;

/// <summary>A JSON body, decompressed and parsed.</summary>
internal sealed class RestBody : IDisposable
{
    private readonly PooledStream bytes;
    private readonly JsonDocument document;

    private RestBody(PooledStream bytes, JsonDocument document)
    {
        this.bytes = bytes;
        this.document = document;
    }

    public JsonElement Root => document.RootElement;

    public static async Task<RestBody> ReadAsync(HttpContext context)
    {
        var isXml = IsXml(context.Request.ContentType);
        if (context.Request.ContentType is { } type && !isXml && !context.Request.HasJsonContentType())
            throw Unsupported($"Content type {type} is not supported.");
        var bytes = await RequestBody.ReadAsync(context) ?? throw UnsupportedEncoding(context.Request);
        return Parse(isXml ? ToJson(bytes) : bytes);
    }

    /// <summary>A part of a body, which is JSON.</summary>
    public static async Task<RestBody> ReadAsync(Stream part, CancellationToken cancellation)
    {
        var bytes = new PooledStream();
        await part.CopyToAsync(bytes, cancellation);
        return Parse(bytes);
    }

    private static RestBody Parse(PooledStream bytes)
    {
        if (bytes.Length == 0)
        {
            bytes.Dispose();
            throw Malformed("The HTTP entity body is required, but this request has no entity body.");
        }

        try
        {
            return new RestBody(bytes, StrictJson.Parse(bytes.WrittenMemory));
        }
        catch (JsonException exception)
        {
            bytes.Dispose();
            throw Malformed(exception.LineNumber is { } line
                ? FormattableString.Invariant($"Unexpected character at [line:{line + 1}, column:{exception.BytePositionInLine + 1}]")
                : exception.Message);
        }
    }

    private static bool IsXml(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.SubType.Equals("xml", StringComparison.OrdinalIgnoreCase);

    private static PooledStream ToJson(PooledStream xml)
    {
        using (xml)
        {
            var node = XmlBody.Read(xml);
            var json = new PooledStream();
            json.Write(JsonSerializer.SerializeToUtf8Bytes(node));
            return json;
        }
    }

    public static ApiException UnsupportedEncoding(HttpRequest request) =>
        Unsupported($"Content encoding {request.Headers.ContentEncoding} is not supported.");

    public static ApiException Malformed(string message) => new("JSON_PARSER_ERROR", message);

    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }

    private static ApiException Unsupported(string message) =>
        new("UNSUPPORTED_MEDIA_TYPE", message, StatusCodes.Status415UnsupportedMediaType);
}
