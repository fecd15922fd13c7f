using System.Net.Http.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The requests of a Bulk 2.0 ingest job (api-asynch "Bulk API 2.0 Ingest").</summary>
internal sealed class IngestJobClient(SalesforceConnection connection)
{
    private string Jobs => $"{connection.RestPath}/jobs/ingest";

    /// <summary>Opens a job. Safe to repeat: a job without rows does nothing, and the org drops it after a day.</summary>
    public Task<BulkJob> CreateAsync(IngestSettings settings, CancellationToken cancellation)
    {
        var body = new Dictionary<string, string>
        {
            ["object"] = settings.ObjectType,
            ["operation"] = settings.Operation,
            ["contentType"] = "CSV",
            ["columnDelimiter"] = "COMMA",
            ["lineEnding"] = "LF",
        };
        if (settings.ExternalIdField is { } field)
            body["externalIdFieldName"] = field;
        if (settings.AssignmentRuleId is { } rule)
            body["assignmentRuleId"] = rule;
        return SendAsync(JobRequests.Create(HttpMethod.Post, Jobs, RequestSafety.Idempotent, () => JsonContent.Create(body)), cancellation);
    }

    /// <summary>Uploads the rows. A job takes one upload, so a lost answer is not followed by another.</summary>
    /// <exception cref="OutcomeUnknownException">The answer was lost; nothing is processed before <see cref="CompleteUploadAsync"/>.</exception>
    public Task UploadAsync(string jobId, RowSpool spool, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            JobRequests.Create(HttpMethod.Put, $"{Jobs}/{jobId}/batches", RequestSafety.Once, () => new IngestContent(spool)) with { CompletesWork = true },
            static (_, _) => Task.CompletedTask,
            cancellation);

    /// <summary>Lets the org begin. After a lost answer the job's own state says whether it has.</summary>
    public async Task<BulkJob> CompleteUploadAsync(string jobId, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await SetStateAsync(jobId, "UploadComplete", RequestSafety.Once, cancellation).ConfigureAwait(false);
            }
            catch (OutcomeUnknownException)
            {
                if (await GetAsync(jobId, cancellation).ConfigureAwait(false) is { State: not "Open" } begun)
                    return begun;
            }
        }
    }

    public Task<BulkJob> AbortAsync(string jobId, CancellationToken cancellation) =>
        SetStateAsync(jobId, "Aborted", RequestSafety.Idempotent, cancellation);

    public Task<BulkJob> GetAsync(string jobId, CancellationToken cancellation) =>
        SendAsync(JobRequests.Get($"{Jobs}/{jobId}") with { CompletesWork = true }, cancellation);

    /// <summary>Polls until the org does nothing more with the job.</summary>
    /// <param name="job">The job as it was last seen.</param>
    /// <param name="rows">Those that were uploaded.</param>
    public async Task<BulkJob> WaitAsync(BulkJob job, int rows, Action<BulkJob>? report, CancellationToken cancellation)
    {
        var interval = new PollInterval(connection.Time, rows);
        while (!job.IsDone)
        {
            await interval.WaitAsync(cancellation).ConfigureAwait(false);
            job = await GetAsync(job.Id, cancellation).ConfigureAwait(false);
            report?.Invoke(job);
        }
        return job;
    }

    /// <summary>Matches the rows of a result file with those that were sent.</summary>
    public Task ReadResultsAsync(string jobId, ResultKind kind, ResultFileReader reader, CancellationToken cancellation) =>
        ReadResultsAsync(
            jobId,
            kind,
            async (stream, cancel) =>
            {
                await reader.ReadAsync(kind, stream, cancel).ConfigureAwait(false);
                return reader;
            },
            cancellation);

    /// <summary>Reads a result file to its end. It is read again from the start if it breaks off.</summary>
    public Task<T> ReadResultsAsync<T>(string jobId, ResultKind kind, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            JobRequests.Get($"{Jobs}/{jobId}/{ResourceOf(kind)}") with { CompletesWork = true },
            async (response, cancel) =>
            {
                var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
                await using var _ = stream.ConfigureAwait(false);
                return await read(stream, cancel).ConfigureAwait(false);
            },
            cancellation);

    private static string ResourceOf(ResultKind kind) => kind switch
    {
        ResultKind.Successful => "successfulResults",
        ResultKind.Failed => "failedResults",
        _ => "unprocessedrecords",
    };

    private Task<BulkJob> SetStateAsync(string jobId, string state, RequestSafety safety, CancellationToken cancellation) =>
        SendAsync(JobRequests.SetState($"{Jobs}/{jobId}", state, safety), cancellation);

    private Task<BulkJob> SendAsync(ApiRequest request, CancellationToken cancellation) =>
        connection.Transport.SendAsync(request, JobRequests.ReadJobAsync, cancellation);
}
