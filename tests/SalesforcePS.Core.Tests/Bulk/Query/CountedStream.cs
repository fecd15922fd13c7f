using System.Text;

namespace SalesforcePS.Core.Tests.Bulk.Query;

/// <summary>Tells when it was read to its end.</summary>
internal sealed class CountedStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text), writable: false)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => ended.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        if (count == 0)
            ended.TrySetResult();
        return count;
    }
}
