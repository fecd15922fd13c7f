using System.IO.Compression;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Holds the CSV of a job, compressed, until it is uploaded: in memory while small, then in a temporary file that only this user can read
/// and that goes with the process. The rows so take no memory whatever the size of the job.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private const int LargestInMemory = 512 * 1024;

    /// <summary>Rows are gathered before they are compressed, which saves a call of the compressor for each.</summary>
    private const int BlockSize = 64 * 1024;

    private const int CopySize = 256 * 1024;

    private readonly GZipStream compressor;
    private readonly RowBuffer pending = new();
    private bool isSealed;
    private Stream store = new MemoryStream();

    public RowSpool() => compressor = new GZipStream(new Redirect(this), CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>The number of bytes before compression: what the API's limit counts.</summary>
    public long RawLength { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        pending.Write(bytes);
        RawLength += bytes.Length;
        if (pending.Length > BlockSize)
            Compress();
    }

    private void Compress()
    {
        compressor.Write(pending.Written);
        pending.Clear();
    }

    /// <summary>No more rows will come.</summary>
    public void Seal()
    {
        if (isSealed)
            return;
        isSealed = true;
        Compress();
        compressor.Dispose();
    }

    /// <summary>Copies the compressed rows; as often as the upload is tried.</summary>
    public async Task CopyToAsync(Stream target, CancellationToken cancellation)
    {
        store.Position = 0;
        await store.CopyToAsync(target, CopySize, cancellation).ConfigureAwait(false);
    }

    public long CompressedLength => store.Length;

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (store is MemoryStream memory && memory.Length + bytes.Length > LargestInMemory)
        {
            store = new BufferedStream(TemporaryFile.Create(), BlockSize);
            memory.WriteTo(store);
            memory.Dispose();
        }
        store.Write(bytes);
    }

    public void Dispose()
    {
        compressor.Dispose();
        store.Dispose();
    }

    /// <summary>Lets the compressor write to whatever the store is at the time.</summary>
    private sealed class Redirect(RowSpool spool) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => spool.Append(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => spool.Append(buffer);
    }
}
