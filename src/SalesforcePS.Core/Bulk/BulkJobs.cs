using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk;

/// <summary>The org's bulk jobs, whichever process made them.</summary>
public sealed class BulkJobs(SalesforceConnection connection)
{
    private static readonly string[] Kinds = ["ingest", "query"];

    /// <summary>Finds a job of either kind by its Id.</summary>
    /// <exception cref="SalesforceException">The org has no such job (any more): it forgets a job seven days after its end.</exception>
    public async Task<BulkJob> GetAsync(string id, CancellationToken cancellation = default)
    {
        SalesforceException? missing = null;
        foreach (var kind in Kinds)
        {
            try
            {
                return await FetchAsync($"{connection.RestPath}/jobs/{kind}/{Uri.EscapeDataString(id)}", cancellation).ConfigureAwait(false);
            }
            catch (SalesforceException refused) when (refused.StatusCode is 400 or 404 or 409)
            {
                missing = refused;
            }
        }
        // A job of Bulk 1.0 or of another API version is at neither address, but in the list.
        return (await ListAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(job => IsSame(job.Id, id))
            ?? throw new SalesforceException($"The org has no bulk job '{id}', or has forgotten it: seven days after its end it is gone.", missing)
            {
                ErrorCode = "NOT_FOUND",
                StatusCode = missing?.StatusCode,
            };
    }

    /// <summary>Asks for a job again.</summary>
    public Task<BulkJob> RefreshAsync(BulkJob job, CancellationToken cancellation = default) => FetchAsync(PathOf(job), cancellation);

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
        connection.Transport.SendAsync(JobRequests.SetState(PathOf(job), "Aborted", RequestSafety.Idempotent), JobRequests.ReadJobAsync, cancellation);

    private Task<BulkJob> FetchAsync(string path, CancellationToken cancellation) =>
        connection.Transport.SendAsync(JobRequests.Get(path), JobRequests.ReadJobAsync, cancellation);

    private string PathOf(BulkJob job) => job.IsClassic
        ? throw new SalesforceException($"The job {job.Id} is one of Bulk 1.0, which cannot be looked after here yet.") { ErrorCode = "API_NOT_SUPPORTED" }
        : $"/services/data/v{job.ApiVersion ?? connection.ApiVersion}/jobs/{(job.IsQuery ? "query" : "ingest")}/{job.Id}";

    private static (List<BulkJob> Jobs, string? Next) ReadList(JsonElement answer) => (
        [.. answer.GetProperty("records").EnumerateArray().Select(BulkJob.Read)],
        answer.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null);

    /// <summary>The 15- and the 18-character form are the same Id.</summary>
    private static bool IsSame(string full, string given) =>
        given.Length == 15 ? full.StartsWith(given, StringComparison.Ordinal) : full == given;
}
