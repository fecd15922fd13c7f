using System.IO.Compression;
using System.Net.Http.Headers;
using SalesforcePS.Core.Bulk.Ingest;

namespace SalesforcePS.Core.Files;

/// <summary>A batch of Bulk 1.0 with files: the rows as request.txt, and each file under the name that its row has (api-asynch "Create a request.txt File").</summary>
internal static class AttachmentZip
{
    private const string Request = "request.txt";

    public static string EntryName(int index) => FormattableString.Invariant($"files/{index}");

    public static async Task<byte[]> CreateAsync(RowSpool rows, IReadOnlyList<FileContent> files, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var compressed = new MemoryStream();
            rows.Seal();
            await rows.CopyToAsync(compressed, cancellation).ConfigureAwait(false);
            compressed.Position = 0;
            using var csv = new GZipStream(compressed, CompressionMode.Decompress);
            await AddAsync(zip, Request, csv, cancellation).ConfigureAwait(false);
            for (var index = 0; index < files.Count; index++)
            {
                var file = files[index].Open();
                await using var _ = file.ConfigureAwait(false);
                await AddAsync(zip, EntryName(index), file, cancellation).ConfigureAwait(false);
            }
        }
        return bytes.ToArray();
    }

    public static HttpContent Content(byte[] zip) => new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("zip/csv") } };

    private static async Task AddAsync(ZipArchive zip, string name, Stream source, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await using var _ = entry.ConfigureAwait(false);
        await source.CopyToAsync(entry, cancellation).ConfigureAwait(false);
    }
}
