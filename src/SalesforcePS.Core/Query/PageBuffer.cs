using System.Buffers;

namespace SalesforcePS.Core.Query;

/// <summary>
/// A page of a query as it came, in rented memory. A page is at most 2,000 rows, so it is read whole: the parser then works on one
/// span, and a page that breaks off is fetched again as a unit.
/// </summary>
internal sealed class PageBuffer : IDisposable
{
    private byte[] bytes;
    private int length;

    private PageBuffer(int capacity) => bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, length);

    public static async Task<PageBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new PageBuffer((int)Math.Clamp(response.Content.Headers.ContentLength + 1 ?? 256 * 1024, 4 * 1024, 16 * 1024 * 1024));
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            while (await stream.ReadAsync(buffer.bytes.AsMemory(buffer.length), cancellation).ConfigureAwait(false) is var read and > 0)
            {
                buffer.length += read;
                if (buffer.length == buffer.bytes.Length)
                    buffer.Grow();
            }
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
    }
}
