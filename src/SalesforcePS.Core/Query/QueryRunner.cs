using System.Runtime.CompilerServices;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>Runs SOQL over REST: every page, every child, typed records (rest-api "Query").</summary>
public sealed class QueryRunner(SalesforceConnection connection)
{
    /// <summary>The query's rows, page by page; the next page is fetched while one is used. <c>COUNT()</c> gives one row, the number.</summary>
    /// <exception cref="SalesforceException">Salesforce refused the query, or a parameter does not fit it.</exception>
    /// <exception cref="ProtocolException">An answer is malformed, or fewer rows came than Salesforce announced.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object>> ReadPagesAsync(
        string soql, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var bound = await BindAsync(soql, options, cancellation).ConfigureAwait(false);
        var select = SelectReader.Read(bound);
        var source = new PageSource(connection, options);
        var isCount = IsCount(select);
        var count = 0;
        foreach (var part in InListSplitter.Split(bound))
        {
            if (isCount)
                count += await source.CountAsync(part, cancellation).ConfigureAwait(false);
            else
                await foreach (var page in ReadPartAsync(source, part, select, cancellation).ConfigureAwait(false))
                    yield return page;
        }
        if (isCount)
            yield return [count];
    }

    /// <summary>The query's rows as Salesforce has them, attributes and nesting included.</summary>
    public async IAsyncEnumerable<System.Text.Json.JsonElement> ReadRawAsync(
        string soql, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var bound = await BindAsync(soql, options, cancellation).ConfigureAwait(false);
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

    private static async IAsyncEnumerable<IReadOnlyList<object>> ReadPartAsync(
        PageSource source, string soql, SelectStatement? select, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (page, shape) = await source.FetchFirstAsync(soql, select, stop.Token).ConfigureAwait(false);
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

    private async ValueTask<string> BindAsync(string soql, QueryOptions options, CancellationToken cancellation)
    {
        if (options.Parameters.Count == 0 && !SoqlBinder.HasParameters(soql))
            return soql;
        var types = new Dictionary<string, FieldType>(StringComparer.OrdinalIgnoreCase);
        var zone = connection.Time.LocalTimeZone;
        var bound = SoqlBinder.Bind(soql, options.Parameters, path => types[path] = FieldType.Unknown, zone);
        if (!options.Parameters.Values.Any(MayBeTime) || SelectReader.Read(soql) is not { } select)
            return bound;
        var root = await connection.Schema.GetAsync(select.From, cancellation).ConfigureAwait(false);
        foreach (var path in types.Keys.ToList())
            types[path] = await new FieldTypes(connection.Schema).OfAsync(FieldTypes.PathOf(select.Aliases.Resolve(path), root), root, cancellation).ConfigureAwait(false);
        return SoqlBinder.Bind(soql, options.Parameters, path => types[path], zone);
    }

    /// <summary>Only times are written by the type of their field; other parameters need no describe.</summary>
    private static bool MayBeTime(object? value) =>
        value is DateTime or DateTimeOffset or DateOnly or (System.Collections.IEnumerable and not (string or IEnumerable<string>));
}
