namespace SalesforcePS.Emulator.Storage;

/// <summary>Reads content part by part; no part stays in memory longer than it is read.</summary>
internal sealed class PartStream(Func<int, byte[]?> readPart, int first = 0) : Stream
{
    private ReadOnlyMemory<byte> rest;
    private int next = first;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (rest.IsEmpty)
        {
            if (readPart(next) is not { } part)
                return 0;
            next++;
            rest = part;
        }

        var length = Math.Min(buffer.Length, rest.Length);
        rest.Span[..length].CopyTo(buffer);
        rest = rest[length..];
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
