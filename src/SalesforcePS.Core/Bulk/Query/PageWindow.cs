using System.Globalization;
using System.Threading.Channels;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>
/// Starts the downloads of a job's result pages, in their order and a few ahead of who reads them: by <c>resultPages</c> where the API
/// version has it (58.0), else each by the locator of the one before.
/// </summary>
internal class PageWindow(SalesforceConnection connection, BulkJob job, int limit) : IAsyncDisposable
{
    private const decimal FirstVersionWithResultPages = 58.0m;
    private const int LeastAhead = 2;

    private readonly QueryJobClient client = new(connection);
    private readonly Channel<PageDownload> pages = Channel.CreateUnbounded<PageDownload>(new() { SingleWriter = true });
    private readonly List<PageDownload> started = [];
    private readonly SemaphoreSlim slots = new(Math.Max(LeastAhead, limit));

    public ChannelReader<PageDownload> Pages => pages.Reader;

    /// <summary>Where to begin: null for the first page. Pages are then started by locator.</summary>
    public string? FirstLocator { get; init; }

    /// <summary>Rows per page; null for the org's own choice.</summary>
    public int? PageSize { get; init; }

    /// <summary>Runs until the last page has been started.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await StartAllAsync(cancellation).ConfigureAwait(false);
            pages.Writer.Complete();
        }
        catch (Exception failed)
        {
            pages.Writer.Complete(failed);
        }
    }

    /// <summary>Rows that the job has found; asked for when all pages have been read.</summary>
    public virtual long? RowsFound => job.RecordsProcessed;

    /// <summary>The page has been read: another may start.</summary>
    public async ValueTask ReleaseAsync(PageDownload page)
    {
        lock (started)
            started.Remove(page);
        await page.CloseAsync().ConfigureAwait(false);
        slots.Release();
    }

    /// <summary>Waits for the downloads that nobody has read; the caller has cancelled them.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var page in started)
            await page.CloseAsync().ConfigureAwait(false);
        slots.Dispose();
    }

    protected virtual Task StartAllAsync(CancellationToken cancellation) =>
        limit > 1 && decimal.TryParse(job.ApiVersion, CultureInfo.InvariantCulture, out var version) && version >= FirstVersionWithResultPages
            ? StartByResultPagesAsync(cancellation)
            : StartByLocatorAsync(cancellation);

    private async Task StartByResultPagesAsync(CancellationToken cancellation)
    {
        for (var path = client.ResultPagesPath(job); path is not null;)
        {
            (var addresses, path) = await client.GetResultPagesAsync(path, cancellation).ConfigureAwait(false);
            foreach (var address in addresses)
                await StartAsync(address, cancellation).ConfigureAwait(false);
        }
    }

    private async Task StartByLocatorAsync(CancellationToken cancellation)
    {
        var locator = FirstLocator;
        do
        {
            var page = await StartAsync(client.ResultsPath(job, locator, PageSize), cancellation).ConfigureAwait(false);
            locator = await page.NextLocator.WaitAsync(cancellation).ConfigureAwait(false);
        }
        while (locator is not null);
    }

    private Task<PageDownload> StartAsync(string path, CancellationToken cancellation) => StartAsync(JobRequests.Get(path), cancellation);

    protected async Task<PageDownload> StartAsync(ApiRequest request, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        var page = new PageDownload(connection, request);
        lock (started)
            started.Add(page);
        page.Start(cancellation);
        pages.Writer.TryWrite(page);
        return page;
    }
}
