using System.Buffers;
using System.Threading.Channels;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>
/// Holds what has come of a result page until it is read, so that the download never waits for a slow reader (Salesforce would end it):
/// in memory while that is little, beyond that in a temporary file that only this user can read and that goes with the process. One
/// writes, one reads, both at the same time.
/// </summary>
internal sealed class PageSpool : Stream
{
    private const int BlockSize = 64 * 1024;
    private const int MostInMemory = 4 * 1024 * 1024;

    private readonly Channel<SpoolBlock> blocks = Channel.CreateUnbounded<SpoolBlock>(new() { SingleReader = true, SingleWriter = true });
    private SpoolBlock current;
    private int position;
    private int inMemory;
    private FileStream? file;
    private long fileLength;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Takes all that the source has.</summary>
    public async Task FillAsync(Stream source, Action afterRead, CancellationToken cancellation)
    {
        while (true)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(BlockSize);
            var length = await source.ReadAsync(bytes.AsMemory(0, BlockSize), cancellation).ConfigureAwait(false);
            if (length == 0)
            {
                ArrayPool<byte>.Shared.Return(bytes);
                return;
            }
            afterRead();
            if (Interlocked.Add(ref inMemory, BlockSize) <= MostInMemory)
            {
                blocks.Writer.TryWrite(new SpoolBlock(bytes, 0, length));
                continue;
            }
            Interlocked.Add(ref inMemory, -BlockSize);
            file ??= TemporaryFile.Create();
            await RandomAccess.WriteAsync(file.SafeFileHandle, bytes.AsMemory(0, length), fileLength, cancellation).ConfigureAwait(false);
            blocks.Writer.TryWrite(new SpoolBlock(null, fileLength, length));
            fileLength += length;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The page is complete; with an exception, reading throws it once it has come to the break.</summary>
    public void Complete(Exception? broken = null) => blocks.Writer.TryComplete(broken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == current.Length)
        {
            Release();
            while (!blocks.Reader.TryRead(out current))
            {
                if (!await blocks.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                    return 0;
            }
        }
        var count = Math.Min(buffer.Length, current.Length - position);
        if (current.Bytes is { } bytes)
            bytes.AsSpan(position, count).CopyTo(buffer.Span);
        else
            count = await RandomAccess.ReadAsync(file!.SafeFileHandle, buffer[..count], current.FileOffset + position, cancellationToken).ConfigureAwait(false);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        Release();
        while (blocks.Reader.TryRead(out current))
            Release();
        file?.Dispose();
        base.Dispose(disposing);
    }

    private void Release()
    {
        if (current.Bytes is { } bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            Interlocked.Add(ref inMemory, -BlockSize);
        }
        (current, position) = (default, 0);
    }
}
