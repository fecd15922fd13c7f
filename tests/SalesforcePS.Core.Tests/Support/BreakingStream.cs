namespace SalesforcePS.Core.Tests.Support;

/// <summary>Gives its bytes and then fails, as a connection that is cut does.</summary>
internal sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, count) is var read and > 0 ? read : throw Broken();

    public override int Read(Span<byte> buffer) => base.Read(buffer) is var read and > 0 ? read : throw Broken();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.Run(() => Read(buffer, offset, count), cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Task.Run(() => Read(buffer.Span), cancellationToken));

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.FromException(Broken());

    private static IOException Broken() => new("Unable to read data from the transport connection: Connection reset by peer.");
}
