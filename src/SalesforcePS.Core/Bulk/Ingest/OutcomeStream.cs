using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Lets work run in the background and gives out the outcomes it writes, while they come.</summary>
internal static class OutcomeStream
{
    private const int Capacity = 10_000;

    public static async IAsyncEnumerable<RecordOutcome> RunAsync(
        Func<ChannelWriter<RecordOutcome>, CancellationToken, Task> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var outcomes = Channel.CreateBounded<RecordOutcome>(Capacity);
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

    private static async Task CompleteAsync(
        Func<ChannelWriter<RecordOutcome>, CancellationToken, Task> work, ChannelWriter<RecordOutcome> outcomes, CancellationToken cancellation)
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
