using System.IO.Compression;
using SalesforcePS.Emulator.Control;

namespace SalesforcePS.Emulator.Http;

/// <summary>Sends CSV as it is made, whatever its length.</summary>
internal static class CsvResponse
{
    private const int FlushSize = 128 * 1024;

    public static async Task WriteAsync(HttpContext context, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var response = context.Response;
        response.ContentType = "text/csv; charset=UTF-8";
        response.Headers.Vary = "Accept-Encoding";
        var entry = context.Features.Get<RequestLogEntry>();
        using var pending = new PooledStream(2 * FlushSize);
        if (!ResponseSender.AcceptsGzip(context.Request))
        {
            await CopyAsync(pieces, pending, SendAsync, context.RequestAborted);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        using var compressed = new PooledStream(2 * FlushSize);
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await CopyAsync(pieces, pending, async bytes =>
            {
                gzip.Write(bytes.Span);
                await SendAsync(compressed.WrittenMemory);
                compressed.Clear();
            }, context.RequestAborted);
        }

        await SendAsync(compressed.WrittenMemory);

        async Task SendAsync(ReadOnlyMemory<byte> bytes)
        {
            if (entry is not null)
                entry.ResponseBytes += bytes.Length;
            await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>Gathers small pieces, so that a row is not a packet.</summary>
    private static async Task CopyAsync(
        IEnumerable<ReadOnlyMemory<byte>> pieces, PooledStream pending, Func<ReadOnlyMemory<byte>, Task> send, CancellationToken cancellationToken)
    {
        foreach (var piece in pieces)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pending.Write(piece.Span);
            if (pending.Length < FlushSize)
                continue;
            await send(pending.WrittenMemory);
            pending.Clear();
        }

        await send(pending.WrittenMemory);
    }
}
