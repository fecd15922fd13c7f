using System.Runtime.CompilerServices;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>
/// Runs SOQL over REST (rest-api "Query") or Bulk: every page, every child, typed records.
/// </summary>
public sealed class QueryRunner(SalesforceConnection connection)
{
    /// <summary>Rows beyond which <see cref="QueryApi.Auto"/> takes Bulk.</summary>
    public const int BulkThreshold = 50_000;

    private readonly BulkQueryRunner bulk = new(connection);
    private readonly ClassicQueryRunner classic = new(connection);

    /// <summary>
    /// The query's rows, page by page; the next page is fetched while one is used. <c>COUNT()</c> gives one row, the number. A page may be
    /// empty: while a bulk job is waited for, it lets the reader look up.
    /// </summary>
    /// <exception cref="SalesforceException">Salesforce refused the query, or a parameter does not fit it.</exception>
    /// <exception cref="ProtocolException">An answer is malformed, or fewer rows came than Salesforce announced.</exception>
    public IAsyncEnumerable<IReadOnlyList<object>> ReadPagesAsync(string soql, QueryOptions options, CancellationToken cancellation = default) => options.Api switch
    {
        QueryApi.Bulk => ReadBulkAsync(soql, options, cancellation),
        QueryApi.Bulk1 => ReadBulkAsync(soql, options, cancellation),
        _ => ReadRestAsync(soql, options, cancellation),
    };

    /// <summary>Makes a bulk job of the query, of Bulk 1.0 where the options say so, and does not wait for it.</summary>
    /// <exception cref="SalesforceException">Bulk cannot run the query (<c>NOT_SUPPORTED_BY_BULK</c>), or Salesforce refused it.</exception>
    public Task<BulkJob> StartJobAsync(string soql, QueryOptions options, CancellationToken cancellation = default) =>
        options.Api == QueryApi.Bulk1 ? classic.StartAsync(soql, options, cancellation) : bulk.StartAsync(soql, options, cancellation: cancellation);

    private async IAsyncEnumerable<IReadOnlyList<object>> ReadBulkAsync(
        string soql, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bound = await QueryBinder.BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        var select = BulkQueryRunner.Select(bound);
        IReadOnlyList<string> parts = bound.Length <= BulkQueryRunner.LongestQuery ? [bound] : InListSplitter.Split(bound, BulkQueryRunner.LongestQuery);
        foreach (var part in parts)
        {
            if (options.Api == QueryApi.Bulk1)
            {
                await foreach (var chunk in classic.ReadAsync(part, select, options, cancellation).ConfigureAwait(false))
                    yield return chunk;
                continue;
            }
            var job = await bulk.CreateAsync(part, select, options, cancellation).ConfigureAwait(false);
            await foreach (var chunk in bulk.FinishAsync(job, select, options, cancellation).ConfigureAwait(false))
                yield return chunk;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<object>> ReadRestAsync(
        string soql, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bound = await QueryBinder.BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        var select = SelectReader.Read(bound);
        var source = new PageSource(connection, options);
        var isCount = IsCount(select);
        var count = 0;
        foreach (var part in InListSplitter.Split(bound))
        {
            if (isCount)
                count += await source.CountAsync(part, cancellation).ConfigureAwait(false);
            else
                await foreach (var page in ReadPartAsync(source, part, select, options, cancellation).ConfigureAwait(false))
                    yield return page;
        }
        if (isCount)
            yield return [count];
    }

    /// <summary>The query's rows as Salesforce has them, attributes and nesting included.</summary>
    public async IAsyncEnumerable<System.Text.Json.JsonElement> ReadRawAsync(
        string soql, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var bound = await QueryBinder.BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        var source = new PageSource(connection, options);
        var isCount = IsCount(SelectReader.Read(bound));
        foreach (var part in InListSplitter.Split(bound))
        {
            var (received, announced) = (0, 0);
            for (var path = source.FirstPath(part); path is not null;)
            {
                (var rows, announced, path) = await source.FetchRawAsync(path, cancellation).ConfigureAwait(false);
                received += rows.Count;
                foreach (var row in rows)
                    yield return row;
            }
            if (!isCount)
                CheckComplete(announced, received);
        }
    }

    private static bool IsCount(SelectStatement? select) =>
        select is { Items: [SelectedFunction { Name: var name, Argument: null, Alias: null }] } && name.Equals("COUNT", StringComparison.OrdinalIgnoreCase);

    private static void CheckComplete(int announced, int received)
    {
        if (received != announced)
            throw new ProtocolException($"Salesforce announced {announced} rows and sent {received}: records may have been deleted while the query ran. Run it again.")
            {
                ErrorCode = "ROWS_MISSING",
            };
    }

    private async IAsyncEnumerable<IReadOnlyList<object>> ReadPartAsync(
        PageSource source, string soql, SelectStatement? select, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (page, shape) = await source.FetchFirstAsync(soql, select, stop.Token).ConfigureAwait(false);
        if (await TryStartBulkAsync(page, soql, select!, options, stop.Token).ConfigureAwait(false) is { } job)
        {
            // The job finds the rows of the first page too, so that is dropped.
            await foreach (var chunk in bulk.FinishAsync(job, select!, options, cancellation).ConfigureAwait(false))
                yield return chunk;
            yield break;
        }
        var received = 0;
        Task<QueryPage>? next = null;
        try
        {
            while (true)
            {
                next = page.NextUrl is { } url ? source.FetchAsync(url, shape, stop.Token) : null;
                received += page.Records.Count;
                yield return page.Records;
                if (next is null)
                    break;
                page = await next.ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever stops early leaves no request behind.
            await stop.CancelAsync().ConfigureAwait(false);
            if (next is not null)
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        CheckComplete(page.TotalSize, received);
    }

    /// <summary>Null where the query stays on REST.</summary>
    private async ValueTask<BulkJob?> TryStartBulkAsync(
        QueryPage first, string soql, SelectStatement select, QueryOptions options, CancellationToken cancellation)
    {
        if (options.Api != QueryApi.Auto)
            return null;
        if (first.NextUrl is null || first.TotalSize <= BulkThreshold)
        {
            options.Note?.Invoke($"REST: {first.TotalSize} rows, not more than {BulkThreshold}.");
            return null;
        }
        try
        {
            if (options.BatchSize is not null)
                throw BulkQueryCheck.Refusal("a page size of its own");
            var job = await bulk.CreateAsync(soql, select, options, cancellation).ConfigureAwait(false);
            options.Note?.Invoke($"{first.TotalSize} rows, more than {BulkThreshold}: the query goes over Bulk 2.0.");
            return job;
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            options.Note?.Invoke($"{first.TotalSize} rows, but the query stays on REST: {refused.Message}");
            return null;
        }
    }
}
