using System.Runtime.CompilerServices;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>Runs SOQL as Bulk 2.0 query jobs (api-asynch "Bulk API 2.0 Query"): typed records out of CSV pages, the same as over REST.</summary>
public sealed class BulkQueryRunner
{
    /// <summary>Characters that a statement may have; unlike REST, the limit of a URI does not matter.</summary>
    internal const int LongestQuery = 100_000;

    // Ctrl+C ends the cmdlet within a second, job or not.
    private static readonly TimeSpan LongestAbort = TimeSpan.FromMilliseconds(700);

    private readonly SalesforceConnection connection;
    private readonly QueryJobClient client;
    private readonly BulkQueryCheck check;

    public BulkQueryRunner(SalesforceConnection connection)
    {
        this.connection = connection;
        client = new QueryJobClient(connection);
        check = new BulkQueryCheck(connection.Schema);
    }

    /// <summary>Makes the job and does not wait for it.</summary>
    /// <param name="delimiter">Of the CSV, as Salesforce calls it: COMMA, TAB, SEMICOLON, PIPE, CARET or BACKQUOTE.</param>
    /// <exception cref="SalesforceException">Bulk cannot run the query (<c>NOT_SUPPORTED_BY_BULK</c>), or Salesforce refused it.</exception>
    public async Task<BulkJob> StartAsync(string soql, QueryOptions options, string delimiter = "COMMA", CancellationToken cancellation = default)
    {
        var bound = await BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        return await CreateAsync(bound, Select(bound), options, delimiter, cancellation).ConfigureAwait(false);
    }

    /// <summary>The rows of a job that is complete, whoever made it.</summary>
    /// <exception cref="SalesforceException">The job failed or was aborted, or is gone.</exception>
    public IAsyncEnumerable<IReadOnlyList<object>> ReadResultsAsync(BulkJob job, QueryOptions options, CancellationToken cancellation = default)
    {
        CheckComplete(job);
        return ResultsOf(job, null, options).ReadAsync(cancellation);
    }

    /// <summary>What the query has that Bulk does not take; null where it can be run.</summary>
    internal ValueTask<string?> FindObstacleAsync(string bound, SelectStatement select, CancellationToken cancellation) =>
        check.FindObstacleAsync(bound, select, cancellation);

    /// <summary>The text of a query that is to go into one job.</summary>
    internal static async Task<string> BindAsync(SalesforceConnection connection, string soql, QueryOptions options, CancellationToken cancellation)
    {
        var bound = await QueryBinder.BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        return bound.Length <= LongestQuery
            ? bound
            : throw new SalesforceException($"The query is too long for one job: it has {bound.Length} characters, and {LongestQuery} are allowed. Ask for fewer values at a time.") { ErrorCode = "QUERY_TOO_LONG" };
    }

    internal static SelectStatement Select(string soql) => SelectReader.Read(soql)
        ?? throw new SalesforceException($"'{soql}' is not a SOQL query: it must begin with SELECT and name an object after FROM.") { ErrorCode = "MALFORMED_QUERY" };

    internal Task<BulkJob> CreateAsync(string bound, SelectStatement select, QueryOptions options, CancellationToken cancellation) =>
        CreateAsync(bound, select, options, "COMMA", cancellation);

    /// <summary>Waits for the job and gives its rows. While it is waited for, empty chunks let the reader look up.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<object>> FinishAsync(
        BulkJob job, SelectStatement select, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        options.Note?.Invoke($"Bulk query job {job.Id} on {select.From}.");
        try
        {
            var interval = new PollInterval(connection.Time);
            while (true)
            {
                job = Known(await client.GetAsync(job, cancellation).ConfigureAwait(false), job);
                options.JobSeen?.Invoke(job);
                if (job.IsDone)
                    break;
                yield return [];
                await interval.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!job.IsDone)
                await TryAbortAsync(job).ConfigureAwait(false);
        }
        CheckComplete(job);
        await foreach (var chunk in ResultsOf(job, select, options).ReadAsync(cancellation).ConfigureAwait(false))
            yield return chunk;
    }

    /// <exception cref="SalesforceException">The job is not one whose results can be read.</exception>
    internal static void CheckComplete(BulkJob job)
    {
        if (job.State == "JobComplete" || job is { State: "Closed", IsDone: true })
            return;
        throw job.State switch
        {
            "Failed" => new SalesforceException($"The bulk query job {job.Id} failed: {job.ErrorMessage ?? "the org does not say why"}") { ErrorCode = "JOB_FAILED" },
            "Aborted" => new SalesforceException($"The bulk query job {job.Id} was aborted.") { ErrorCode = "JOB_ABORTED" },
            _ => new SalesforceException($"The bulk query job {job.Id} is not complete yet: it is {job.Progress}. Wait for it with Wait-SfJob.") { ErrorCode = "JOB_NOT_DONE" },
        };
    }

    private async Task<BulkJob> CreateAsync(string bound, SelectStatement select, QueryOptions options, string delimiter, CancellationToken cancellation)
    {
        if (await FindObstacleAsync(bound, select, cancellation).ConfigureAwait(false) is { } obstacle)
            throw BulkQueryCheck.Refusal(obstacle);
        return await client.CreateAsync(bound, options.IncludeDeleted, delimiter, cancellation).ConfigureAwait(false);
    }

    private JobResults ResultsOf(BulkJob job, SelectStatement? select, QueryOptions options) =>
        new(connection, job, new CsvColumnPlan(connection, select?.From ?? job.ObjectType, select))
        {
            Unordered = options.Unordered,
            ThrottleLimit = options.ThrottleLimit,
        };

    /// <summary>The version is that of the creation, whatever the answer's form.</summary>
    private static BulkJob Known(BulkJob seen, BulkJob made) => seen with { ApiVersion = made.ApiVersion, JobType = made.JobType };

    private async Task TryAbortAsync(BulkJob job)
    {
        using var limit = new CancellationTokenSource(LongestAbort, connection.Time);
        try
        {
            await client.AbortAsync(job, limit.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is SalesforceException or OperationCanceledException)
        {
            // What ended the query matters more; an org drops a job that nobody reads after seven days.
        }
    }
}
