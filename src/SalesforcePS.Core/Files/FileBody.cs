using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace SalesforcePS.Core.Files;

/// <summary>The part of a multipart body that is a file, copied from the file into the connection.</summary>
internal sealed class FileBody : HttpContent
{
    private const int BufferSize = 256 * 1024;

    private readonly FileContent file;
    private readonly Action<long> sent;
    private readonly Action<Exception> unreadable;

    /// <param name="sent">Told the bytes of each piece that was sent.</param>
    /// <param name="unreadable">Told why the file could not be read: the request was not complete then.</param>
    public FileBody(FileContent file, string field, Action<long> sent, Action<Exception> unreadable)
    {
        (this.file, this.sent, this.unreadable) = (file, sent, unreadable);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        // The file's own name stands in the record; here any will do, and this one needs no escapes.
        Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = "\"file\"" };
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var source = Open();
            await using var _ = source.ConfigureAwait(false);
            for (var rest = file.Length; rest > 0;)
            {
                var read = await ReadAsync(source, buffer.AsMemory(0, (int)Math.Min(buffer.Length, rest)), cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                rest -= read;
                sent(read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return true;
    }

    private Stream Open()
    {
        try
        {
            return file.Open();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            unreadable(failed);
            throw;
        }
    }

    private async ValueTask<int> ReadAsync(Stream source, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            var read = await source.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            return read > 0 ? read : throw new EndOfStreamException("It became shorter while it was sent.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            unreadable(failed);
            throw;
        }
    }
}
