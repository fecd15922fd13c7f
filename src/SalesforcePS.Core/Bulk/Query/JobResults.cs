using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>The rows of a finished query job. Pages download ahead and one thread makes records of them while another uses these.</summary>
internal sealed class JobResults(SalesforceConnection connection, BulkJob job, CsvColumnPlan plan)
{
    private const int ChunksAhead = 4;

    /// <summary>Rows come as their pages do, in no order, and several pages are read at once.</summary>
    public bool Unordered { get; init; }

    /// <summary>Pages under way or waiting at once.</summary>
    public int ThrottleLimit { get; init; } = 1;

    /// <summary>Gives the pages; null for those of Bulk 2.0.</summary>
    public PageWindow? Window { get; init; }

    /// <exception cref="ProtocolException">There are not as many rows as the job has processed.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var chunks = Channel.CreateBounded<IReadOnlyList<object>>(new BoundedChannelOptions(ChunksAhead) { SingleReader = true });
        var window = Window ?? new PageWindow(connection, job, ThrottleLimit);
        var work = Task.Run(() => RunAsync(window, chunks.Writer, stop), CancellationToken.None);
        var received = 0L;
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                received += chunk.Count;
                yield return chunk;
            }
        }
        finally
        {
            // Whoever stops early leaves no request behind.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
            await window.DisposeAsync().ConfigureAwait(false);
        }
        if (window.RowsFound is { } found && found != received)
            throw new ProtocolException($"The bulk query job {job.Id} found {found} rows, and {received} came. Run it again.") { ErrorCode = "ROWS_MISSING" };
    }

    private async Task RunAsync(PageWindow window, ChannelWriter<IReadOnlyList<object>> chunks, CancellationTokenSource stop)
    {
        var starting = window.RunAsync(stop.Token);
        try
        {
            var readers = Enumerable.Range(0, Unordered ? ThrottleLimit : 1).Select(_ => Task.Run(() => ReadPagesAsync(window, chunks, stop.Token), stop.Token));
            await Task.WhenAll(readers).ConfigureAwait(false);
            chunks.Complete();
        }
        catch (Exception failed)
        {
            chunks.Complete(failed);
            await stop.CancelAsync().ConfigureAwait(false);
        }
        await starting.ConfigureAwait(false);
    }

    private async Task ReadPagesAsync(PageWindow window, ChannelWriter<IReadOnlyList<object>> chunks, CancellationToken cancellation)
    {
        var rows = new PageRows(plan, chunks);
        await foreach (var page in window.Pages.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            await rows.ReadAsync(page, cancellation).ConfigureAwait(false);
            await window.ReleaseAsync(page).ConfigureAwait(false);
        }
    }
}
