using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk;

/// <summary>The org's bulk jobs, whichever process made them.</summary>
public sealed class BulkJobs(SalesforceConnection connection)
{
    private static readonly string[] Kinds = ["ingest", "query"];

    /// <summary>Finds a job of any kind by its Id.</summary>
    /// <exception cref="SalesforceException">The org has no such job (any more): it forgets a job seven days after its end.</exception>
    public async Task<BulkJob> GetAsync(string id, CancellationToken cancellation = default)
    {
        var escaped = Uri.EscapeDataString(id);
        SalesforceException? missing = null;
        foreach (var kind in Kinds)
        {
            if (await TryAsync(() => FetchAsync($"{connection.RestPath}/jobs/{kind}/{escaped}", cancellation)).ConfigureAwait(false) is { } job)
                return job.IsClassic ? await RefreshAsync(job, cancellation).ConfigureAwait(false) : job;
        }
        if (await TryAsync(() => ClientOf(null).LookAsync(escaped, cancellation)).ConfigureAwait(false) is { } classic)
            return classic;
        // A job of another API version is at none of these addresses, but in the list.
        if ((await ListAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(job => IsSame(job.Id, id)) is { } listed)
            return listed.IsClassic ? await RefreshAsync(listed, cancellation).ConfigureAwait(false) : listed;
        throw new SalesforceException($"The org has no bulk job '{id}', or has forgotten it: seven days after its end it is gone.", missing)
        {
            ErrorCode = "NOT_FOUND",
            StatusCode = missing?.StatusCode,
        };

        async Task<BulkJob?> TryAsync(Func<Task<BulkJob>> ask)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (SalesforceException refused) when (refused.StatusCode is 400 or 404 or 409 && refused.GetType() == typeof(SalesforceException))
            {
                missing ??= refused;
                return null;
            }
        }
    }

    /// <summary>Asks for a job again.</summary>
    public Task<BulkJob> RefreshAsync(BulkJob job, CancellationToken cancellation = default) =>
        job.IsClassic ? ClientOf(job).LookAsync(job.Id, cancellation) : FetchAsync(PathOf(job), cancellation);

    /// <summary>All jobs that the org remembers, the newest first, without their counts.</summary>
    public async Task<IReadOnlyList<BulkJob>> ListAsync(CancellationToken cancellation = default)
    {
        var jobs = new List<BulkJob>();
        foreach (var kind in Kinds)
        {
            for (string? path = $"{connection.RestPath}/jobs/{kind}"; path is not null;)
            {
                (var page, path) = await connection.Transport.SendAsync(
                    JobRequests.Get(path),
                    static (response, cancel) => JobRequests.ReadAsync(response, ReadList, cancel),
                    cancellation).ConfigureAwait(false);
                jobs.AddRange(page);
            }
        }
        return [.. jobs.DistinctBy(job => job.Id).OrderByDescending(job => job.CreatedDate).ThenByDescending(job => job.Id, StringComparer.Ordinal)];
    }

    /// <summary>The states of a job, as they are asked for at growing intervals, until it is done.</summary>
    public async IAsyncEnumerable<BulkJob> WatchAsync(BulkJob job, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var interval = new PollInterval(connection.Time);
        while (true)
        {
            job = await RefreshAsync(job, cancellation).ConfigureAwait(false);
            yield return job;
            if (job.IsDone)
                yield break;
            await interval.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Stops a job; what it has written stays.</summary>
    /// <exception cref="SalesforceException">The job is done already.</exception>
    public Task<BulkJob> AbortAsync(BulkJob job, CancellationToken cancellation = default) =>
        job.IsClassic ? ClientOf(job).AbortAsync(job.Id, cancellation) : connection.Transport.SendAsync(JobRequests.SetState(PathOf(job), "Aborted", RequestSafety.Idempotent), JobRequests.ReadJobAsync, cancellation);

    /// <summary>The records of a query job that is done.</summary>
    /// <exception cref="SalesforceException">The job failed, was aborted or is not done; or its results are not CSV (<c>CONTENT_TYPE_NOT_SUPPORTED</c>).</exception>
    public IAsyncEnumerable<IReadOnlyList<object>> ReadRecordsAsync(BulkJob job, QueryOptions options, CancellationToken cancellation = default) =>
        job.IsClassic ? new ClassicQueryResults(connection).ReadAsync(job, options, cancellation) : new BulkQueryRunner(connection).ReadResultsAsync(job, options, cancellation);

    /// <summary>Every row of a job that wrote, once, with what became of it.</summary>
    /// <exception cref="SalesforceException">The org has not done with the job (<c>JOB_NOT_DONE</c>), or its rows cannot be read (<c>CONTENT_TYPE_NOT_SUPPORTED</c>).</exception>
    public IAsyncEnumerable<ReceivedRow> ReadResultsAsync(BulkJob job, CancellationToken cancellation = default)
    {
        if (!job.IsDone)
            throw new SalesforceException($"Job {job.Id} is {job.Progress}: its results are there when it is done. Wait for it with Wait-SfJob.") { ErrorCode = "JOB_NOT_DONE" };
        return job.IsClassic ? new ClassicResults(connection).ReadAsync(job, cancellation) : new IngestResults(connection).ReadAsync(job, cancellation);
    }

    private Task<BulkJob> FetchAsync(string path, CancellationToken cancellation) =>
        connection.Transport.SendAsync(JobRequests.Get(path), JobRequests.ReadJobAsync, cancellation);

    private string PathOf(BulkJob job) => $"/services/data/v{job.ApiVersion ?? connection.ApiVersion}/jobs/{(job.IsQuery ? "query" : "ingest")}/{job.Id}";

    /// <summary>A job answers only to the API version that it was made with.</summary>
    private ClassicJobClient ClientOf(BulkJob? job) => new(connection, job?.ApiVersion);

    private static (List<BulkJob> Jobs, string? Next) ReadList(JsonElement answer) => (
        [.. answer.GetProperty("records").EnumerateArray().Select(BulkJob.Read)],
        answer.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null);

    /// <summary>The 15- and the 18-character form are the same Id.</summary>
    private static bool IsSame(string full, string given) =>
        given.Length == 15 ? full.StartsWith(given, StringComparison.Ordinal) : full == RecordId.RestoreCase(given);
}
