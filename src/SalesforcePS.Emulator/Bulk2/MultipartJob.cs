using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>A job and its content in one request (Bulk API 2.0 guide, create a job with a multipart request).</summary>
internal sealed class MultipartJob : IDisposable
{
    private const int MostCharacters = 100_000;

    private readonly JsonDocument document;

    private MultipartJob(JsonDocument document, byte[] content)
    {
        this.document = document;
        Content = content;
    }

    public JsonElement Job => document.RootElement;

    public ReadOnlyMemory<byte> Content { get; }

    public static bool IsMultipart(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    public static async Task<MultipartJob> ReadAsync(HttpContext context)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
            throw RestBody.Malformed("The multipart request has no boundary.");
        await using var body = RequestBody.Open(context) ?? throw RestBody.UnsupportedEncoding(context.Request);
        var (job, content) = await ReadPartsAsync(new MultipartReader(boundary, body), context.RequestAborted);
        if (job is null || content is null)
            throw RestBody.Malformed("The multipart request needs the parts job and content.");
        if (Encoding.UTF8.GetCharCount(content) > MostCharacters)
            throw BulkErrors.TooLarge(MostCharacters);
        try
        {
            return new MultipartJob(StrictJson.Parse(job), content);
        }
        catch (JsonException exception)
        {
            throw RestBody.Malformed(exception.Message);
        }
    }

    public void Dispose() => document.Dispose();

    private static async Task<(byte[]? Job, byte[]? Content)> ReadPartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        byte[]? job = null;
        byte[]? content = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, cancellationToken);
            var name = section.GetContentDispositionHeader()?.Name.Value?.Trim('"');
            if (name == "job")
                job = bytes.ToArray();
            else if (name == "content")
                content = bytes.ToArray();
        }

        return (job, content);
    }
}
