using System.Buffers;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>The unfinished file of an export. Pages go in whole: one that breaks off leaves nothing behind.</summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private const int BufferSize = 128 * 1024;

    private readonly FileStream file;

    /// <param name="length">What of an earlier run is kept.</param>
    public ExportFile(string path, long length)
    {
        file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        });
        file.SetLength(length);
        file.Position = length;
    }

    public long Length => file.Length;

    /// <summary>Appends a page, without its header unless it is the file's first line. Gives the number of its rows.</summary>
    /// <exception cref="PageBrokenException">The page is not complete; the file is as before.</exception>
    public async Task<long> AppendAsync(PageSpool page, CancellationToken cancellation)
    {
        var start = file.Length;
        var lines = new RowCounter();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var isBehindHeader = start == 0;
            while (await page.ReadAsync(buffer.AsMemory(0, BufferSize), cancellation).ConfigureAwait(false) is var length and > 0)
            {
                var endOfHeader = lines.Count(buffer.AsSpan(0, length));
                var from = isBehindHeader ? 0 : endOfHeader < 0 ? length : endOfHeader;
                isBehindHeader |= endOfHeader >= 0;
                await file.WriteAsync(buffer.AsMemory(from, length - from), cancellation).ConfigureAwait(false);
            }
            if (lines.IsInLine)
                await file.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
            return Math.Max(0, lines.Lines + (lines.IsInLine ? 1 : 0) - 1);
        }
        catch (PageBrokenException)
        {
            file.SetLength(start);
            file.Position = start;
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Brings all to the disk, so that what is recorded behind this is surely there.</summary>
    public void Flush() => file.Flush(flushToDisk: true);

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
