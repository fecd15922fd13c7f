using System.Globalization;
using System.Threading.Channels;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>
/// One result page on its way. An attempt that breaks off is followed by another, from the page's start: each has a spool of its own, and
/// whoever reads passes over what the one before has given.
/// </summary>
internal sealed class PageDownload(SalesforceConnection connection, ApiRequest request)
{
    /// <summary>The literal text that stands for "no further page" (api-asynch "Get Results for a Query Job").</summary>
    private const string NoLocator = "null";

    // A page has up to 1 GB, more than fits into the time of other calls; so it is silence that ends an attempt.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly Channel<PageSpool> attempts = Channel.CreateUnbounded<PageSpool>();
    private readonly TaskCompletionSource<string?> nextLocator = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task running = Task.CompletedTask;

    public ChannelReader<PageSpool> Attempts => attempts.Reader;

    /// <summary>The locator of the page behind this one; null on the last. Known once this one begins to come.</summary>
    public Task<string?> NextLocator => nextLocator.Task;

    /// <summary>Rows that the page has, by its header; null where that is not said.</summary>
    public int? AnnouncedRows { get; private set; }

    public void Start(CancellationToken cancellation) => running = RunAsync(cancellation);

    /// <summary>Waits until nothing is under way any more; the caller has cancelled it, or read it to its end.</summary>
    public async Task CloseAsync()
    {
        await running.ConfigureAwait(false);
        while (attempts.Reader.TryRead(out var spool))
            await spool.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await connection.Transport.SendAsync(request with { Deadline = Longest }, ReceiveAsync, cancellation).ConfigureAwait(false);
            attempts.Writer.Complete();
        }
        catch (Exception failed)
        {
            attempts.Writer.Complete(failed);
            nextLocator.TrySetException(failed);
            // Whoever waits for it has it; nobody may.
            _ = nextLocator.Task.Exception;
        }
    }

    private async Task ReceiveAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        AnnouncedRows = Header(response, "Sforce-NumberOfRecords") is { } rows ? int.Parse(rows, CultureInfo.InvariantCulture) : null;
        nextLocator.TrySetResult(Header(response, "Sforce-Locator") is { } locator && locator != NoLocator ? locator : null);
        var spool = new PageSpool();
        attempts.Writer.TryWrite(spool);
        using var silence = new SilenceWatch(connection.Time, cancellation);
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            await spool.FillAsync(stream, silence.Note, silence.Token).ConfigureAwait(false);
            spool.Complete();
        }
        catch (OperationCanceledException late) when (silence.HasPassed)
        {
            var timeout = SilenceWatch.Timeout(late);
            spool.Complete(new PageBrokenException(timeout));
            throw timeout;
        }
        catch (Exception broken)
        {
            spool.Complete(new PageBrokenException(broken));
            throw;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
