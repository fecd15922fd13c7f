using System.Runtime.CompilerServices;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>
/// Brings the rows of a query into a CSV file, byte by byte as Bulk gives them, in flat memory. The job's Id is recorded before it is
/// waited for, and each page once it is on the disk: the same call goes on where a killed one stopped.
/// </summary>
public sealed class QueryExport(SalesforceConnection connection, ExportOptions target)
{
    private readonly BulkQueryRunner runner = new(connection);
    private readonly BulkJobs jobs = new(connection);

    private string PartialPath => $"{target.Path}.partial";

    private string StatePath => $"{PartialPath}.json";

    /// <summary>Runs to the end; the last progress is the result.</summary>
    /// <exception cref="SalesforceException">Bulk cannot run the query, the job failed, or rows are missing.</exception>
    /// <exception cref="IOException">The file cannot be written, or there is one already.</exception>
    public async IAsyncEnumerable<ExportProgress> RunAsync(
        string soql, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        RefuseExisting();
        var query = await QueryBinder.BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        var wanted = new ExportState(connection.User.OrganizationId, query, options.IncludeDeleted, target.Delimiter, "", "", null, 0, 0);
        var (state, job) = await FindEarlierAsync(wanted, cancellation).ConfigureAwait(false);
        var isResumed = state is not null;
        if (state is null || job is null)
        {
            File.Delete(PartialPath);
            job = await runner.StartAsync(query, options with { Parameters = new Dictionary<string, object?>() }, target.Delimiter, cancellation).ConfigureAwait(false);
            state = wanted with { JobId = job.Id, ApiVersion = job.ApiVersion! };
            state.Write(StatePath);
        }
        options.Note?.Invoke($"Bulk query job {job.Id}{(isResumed ? $", {state.Rows} rows are there" : "")}.");
        await foreach (var seen in jobs.WatchAsync(job, cancellation).ConfigureAwait(false))
            yield return new ExportProgress(job = seen, state.Rows, isResumed);
        if (job.State != "JobComplete")
            File.Delete(StatePath);
        BulkQueryRunner.CheckComplete(job);
        await foreach (var rows in FetchAsync(job, state, cancellation).ConfigureAwait(false))
            yield return new ExportProgress(job, rows, isResumed);
        File.Move(PartialPath, target.Path, target.Overwrite);
        File.Delete(StatePath);
    }

    private void RefuseExisting()
    {
        if (!target.Overwrite && File.Exists(target.Path))
            throw new IOException($"The file '{target.Path}' exists.");
    }

    private async IAsyncEnumerable<long> FetchAsync(BulkJob job, ExportState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var file = new ExportFile(PartialPath, state.Bytes);
        await using var _ = file.ConfigureAwait(false);
        // An earlier run may have been killed between its last page and the end.
        if (state.Bytes > 0 && state.Locator is null)
            yield break;
        var window = new PageWindow(connection, job, limit: 1) { FirstLocator = state.Locator, PageSize = target.PageSize };
        var starting = window.RunAsync(stop.Token);
        try
        {
            while (await window.Pages.WaitToReadAsync(cancellation).ConfigureAwait(false) && window.Pages.TryRead(out var page))
            {
                var rows = await AppendAsync(file, page, cancellation).ConfigureAwait(false);
                file.Flush();
                state = state with { Locator = await page.NextLocator.ConfigureAwait(false), Bytes = file.Length, Rows = state.Rows + rows };
                state.Write(StatePath);
                await window.ReleaseAsync(page).ConfigureAwait(false);
                yield return state.Rows;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await starting.ConfigureAwait(false);
            await window.DisposeAsync().ConfigureAwait(false);
        }
        if (job.RecordsProcessed is { } found && found != state.Rows)
        {
            // What is there is no start for another run.
            File.Delete(StatePath);
            throw new ProtocolException($"The bulk query job {job.Id} found {found} rows, and {state.Rows} came. Run the export again.") { ErrorCode = "ROWS_MISSING" };
        }
    }

    private static async Task<long> AppendAsync(ExportFile file, PageDownload page, CancellationToken cancellation)
    {
        while (await page.Attempts.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            if (!page.Attempts.TryRead(out var spool))
                continue;
            await using var _ = spool.ConfigureAwait(false);
            try
            {
                var rows = await file.AppendAsync(spool, cancellation).ConfigureAwait(false);
                return page.AnnouncedRows is not { } announced || announced == rows
                    ? rows
                    : throw new ProtocolException($"A result page of a bulk job has {announced} rows by its header, and {rows} came.") { ErrorCode = "ROWS_MISSING" };
            }
            catch (PageBrokenException)
            {
                // Another attempt follows, or the download's own error.
            }
        }
        throw new ProtocolException("A result page of a bulk job did not come.");
    }

    /// <summary>What an earlier run of the same export has left, if its job is still there.</summary>
    private async Task<(ExportState? State, BulkJob? Job)> FindEarlierAsync(ExportState wanted, CancellationToken cancellation)
    {
        if (ExportState.Read(StatePath) is not { } state)
            return (null, null);
        if (!state.IsSameWork(wanted))
            return Anew("an earlier export to this file, which was not completed, had another query, delimiter or org");
        if (state.Bytes > 0 && !(new FileInfo(PartialPath) is { Exists: true } partial && partial.Length >= state.Bytes))
            return Anew($"'{PartialPath}' is not as the earlier export left it");
        try
        {
            var job = new BulkJob(state.JobId, "query", "", "", QueryJobClient.JobType) { ApiVersion = state.ApiVersion };
            job = await jobs.RefreshAsync(job, cancellation).ConfigureAwait(false);
            return job.State is "Failed" or "Aborted" ? Anew($"the earlier export's job {job.Id} is {job.State}") : (state, job);
        }
        catch (SalesforceException gone) when (gone.StatusCode is 400 or 404)
        {
            return Anew($"the earlier export's job {state.JobId} is gone");
        }

        (ExportState?, BulkJob?) Anew(string why)
        {
            target.Warn?.Invoke($"The export starts anew: {why}.");
            return (null, null);
        }
    }
}
