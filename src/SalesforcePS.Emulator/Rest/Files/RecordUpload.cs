using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Files;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Rest.Files;

/// <summary>
/// A body with records: JSON, or multipart/form-data with the JSON and, as parts with file names, the bodies of files, which go into the
/// database as they come (REST API guide, insert or update blob data). Bodies that no record took are removed in the end.
/// </summary>
internal sealed class RecordUpload : IDisposable
{
    private const string MultipartType = "multipart/form-data";
    private const int LongestBoundary = 70;

    private readonly BlobStore blobs;
    private RestBody? body;
    private readonly Dictionary<string, FileBody> files = new(StringComparer.Ordinal);
    private readonly HashSet<FileBody> kept = [];

    private RecordUpload(BlobStore blobs) => this.blobs = blobs;

    public JsonElement Root => body!.Root;

    /// <param name="largest">Bytes of all files of a multipart body.</param>
    public static async Task<RecordUpload> ReadAsync(HttpContext context, BlobStore blobs, long largest)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(MultipartType, StringComparison.OrdinalIgnoreCase))
            return new RecordUpload(blobs) { body = await RestBody.ReadAsync(context) };
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
            throw Malformed($"The boundary must have 1 to {LongestBoundary} characters.");
        // Metadata and the lines between the parts come on top; what is too large is refused by the parts themselves.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        var content = RequestBody.Open(context) ?? throw RestBody.UnsupportedEncoding(context.Request);
        try
        {
            return await ReadAsync(new MultipartReader(boundary, content), blobs, largest, context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException || (exception is IOException && !context.RequestAborted.IsCancellationRequested))
        {
            throw Malformed(exception.Message);
        }
    }

    /// <summary>The record with the files of a multipart body in their fields.</summary>
    public RecordInput Fill(RecordInput record, JsonElement source) => files.Count == 0
        ? record
        : record with { Fields = [.. record.Fields, .. BinaryPart.Of(source) is { } part ? [Take(part)] : files.Select(file => new FieldInput(file.Key, file.Value))] };

    /// <summary>Remembers that the files of the records that were written are theirs.</summary>
    public void Keep(IReadOnlyList<RecordInput> records, IReadOnlyList<SaveResult> results)
    {
        foreach (var (record, result) in records.Zip(results))
        {
            if (result.Success)
                kept.UnionWith(record.Fields.Select(field => field.Value).OfType<FileBody>());
        }
    }

    public void Dispose()
    {
        foreach (var file in files.Values.Where(file => !kept.Contains(file)))
            blobs.Remove(file.Number!.Value);
        body?.Dispose();
    }

    private static async Task<RecordUpload> ReadAsync(MultipartReader parts, BlobStore blobs, long largest, CancellationToken cancellation)
    {
        var upload = new RecordUpload(blobs);
        try
        {
            while (await parts.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name) is not { Length: > 0 } name)
                    throw Malformed("Each part needs a name.");
                if (disposition.IsFileDisposition() && !upload.IsRecord(part, disposition))
                {
                    var blob = await blobs.SaveAsync(part.Body, largest, cancellation);
                    largest -= blob.Length;
                    upload.Add(name.ToString(), FileBody.Of(blob));
                }
                else
                {
                    upload.body?.Dispose();
                    upload.body = await RestBody.ReadAsync(part.Body, cancellation);
                }
            }

            return upload.body is null ? throw Malformed("There is no part with the record: one without a file name.") : upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>Programs that make forms by the standard of browsers give the JSON a file name too: "blob".</summary>
    private bool IsRecord(MultipartSection part, ContentDispositionHeaderValue disposition) => body is null
        && HeaderUtilities.RemoveQuotes(disposition.FileName) == "blob"
        && MediaTypeHeaderValue.TryParse(part.ContentType, out var type) && type.MediaType == "application/json";

    private void Add(string name, FileBody file)
    {
        if (files.Remove(name, out var before))
            blobs.Remove(before.Number!.Value);
        files.Add(name, file);
    }

    private FieldInput Take(BinaryPart part) => files.TryGetValue(part.Name, out var file)
        ? new FieldInput(part.Field, file)
        : throw Malformed($"There is no binary part {part.Name}.");

    private static ApiException Malformed(string message) => new("INVALID_MULTIPART_REQUEST", message);
}
