using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Lets work run in the background and gives out the outcomes it writes, while they come.</summary>
internal static class OutcomeStream
{
    private const int Capacity = 10_000;

    public static async IAsyncEnumerable<T> RunAsync<T>(
        Func<ChannelWriter<T>, CancellationToken, Task> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var outcomes = Channel.CreateBounded<T>(Capacity);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = Task.Run(() => CompleteAsync(work, outcomes.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return outcome;
        }
        finally
        {
            // Whoever stops early leaves no job of ours running.
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task CompleteAsync<T>(
        Func<ChannelWriter<T>, CancellationToken, Task> work, ChannelWriter<T> outcomes, CancellationToken cancellation)
    {
        try
        {
            await work(outcomes, cancellation).ConfigureAwait(false);
            outcomes.Complete();
        }
        catch (Exception failure)
        {
            outcomes.Complete(failure);
        }
    }
}
