using System.Management.Automation;
using System.Threading.Channels;

namespace SalesforcePS.Pipeline;

/// <summary>
/// What background work wants said in the pipeline, which only the pipeline thread may say. It is bounded: work that is ahead of its
/// reader waits.
/// </summary>
internal sealed class Mailbox
{
    private const int Capacity = 1024;

    private readonly Channel<Action<Cmdlet>> letters = Channel.CreateBounded<Action<Cmdlet>>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    public ValueTask PostAsync(Action<Cmdlet> letter, CancellationToken cancellation) => letters.Writer.WriteAsync(letter, cancellation);

    /// <summary>No more letters will come; with an exception, reading on throws it.</summary>
    public void Close(Exception? exception = null) => letters.Writer.TryComplete(exception);

    /// <summary>Says what has come so far. Runs on the pipeline thread.</summary>
    public void Drain(Cmdlet cmdlet)
    {
        while (letters.Reader.TryRead(out var letter))
            letter(cmdlet);
    }

    /// <summary>Completes when there is something to say; false when nothing will come any more.</summary>
    public Task<bool> WaitAsync(CancellationToken cancellation) => letters.Reader.WaitToReadAsync(cancellation).AsTask();
}
