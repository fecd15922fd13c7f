using System.Globalization;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>Fetches the pages of one query and makes them whole: children that have pages of their own are followed to the last.</summary>
internal sealed class PageSource(SalesforceConnection connection, QueryOptions options)
{
    public string FirstPath(string soql) =>
        $"{connection.RestPath}/{(options.IncludeDeleted ? "queryAll" : "query")}?q={Uri.EscapeDataString(soql)}";

    public async Task<(QueryPage Page, RowShape Shape)> FetchFirstAsync(string soql, SelectStatement? select, CancellationToken cancellation)
    {
        if (select is null)
            throw new SalesforceException($"'{soql}' is not a SOQL query: it must begin with SELECT and name an object after FROM.") { ErrorCode = "MALFORMED_QUERY" };
        using var buffer = await SendAsync(FirstPath(soql), PageBuffer.ReadAsync, cancellation).ConfigureAwait(false);
        var builder = new ShapeBuilder(connection.Schema, connection.RecordClasses);
        var shape = await builder.BuildAsync(select, select.From, ReadShape(buffer), cancellation).ConfigureAwait(false);
        return (await CompleteAsync(PageReader.Read(buffer.Span, shape), cancellation).ConfigureAwait(false), shape);
    }

    public async Task<QueryPage> FetchAsync(string url, RowShape shape, CancellationToken cancellation)
    {
        using var buffer = await SendAsync(url, PageBuffer.ReadAsync, cancellation).ConfigureAwait(false);
        return await CompleteAsync(PageReader.Read(buffer.Span, shape), cancellation).ConfigureAwait(false);
    }

    public Task<int> CountAsync(string soql, CancellationToken cancellation) =>
        FetchJsonAsync(FirstPath(soql), static page => page.GetProperty("totalSize").GetInt32(), cancellation);

    public Task<(IReadOnlyList<JsonElement> Rows, int TotalSize, string? Next)> FetchRawAsync(string url, CancellationToken cancellation) =>
        FetchJsonAsync(
            url,
            static page =>
            {
                IReadOnlyList<JsonElement> rows = [.. page.GetProperty("records").EnumerateArray().Select(row => row.Clone())];
                return (rows, page.GetProperty("totalSize").GetInt32(), page.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null);
            },
            cancellation);

    private static JsonShape? ReadShape(PageBuffer buffer)
    {
        try
        {
            return JsonShape.OfFirstRecord(buffer.Span);
        }
        catch (Exception exception) when (PageReader.IsMalformed(exception))
        {
            throw PageReader.Malformed(exception);
        }
    }

    private async Task<QueryPage> CompleteAsync(QueryPage page, CancellationToken cancellation)
    {
        foreach (var children in page.Incomplete)
        {
            var rows = new List<SalesforceRecord>(children.FirstRows);
            for (var url = children.NextUrl; url is not null;)
            {
                var next = await FetchAsync(url, children.Shape, cancellation).ConfigureAwait(false);
                rows.AddRange(next.Records);
                url = next.NextUrl;
            }
            if (rows.Count != children.TotalSize)
                throw new ProtocolException($"Salesforce announced {children.TotalSize} child rows and sent {rows.Count}. Run the query again.") { ErrorCode = "ROWS_MISSING" };
            children.Complete([.. rows]);
        }
        return page;
    }

    private Task<T> SendAsync<T>(string url, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            ApiRequest.Get(url, request =>
            {
                if (options.BatchSize is { } size)
                    request.Headers.Add("Sforce-Query-Options", $"batchSize={size.ToString(CultureInfo.InvariantCulture)}");
            }),
            read,
            cancellation);

    private Task<T> FetchJsonAsync<T>(string url, Func<JsonElement, T> read, CancellationToken cancellation) =>
        SendAsync(
            url,
            async (response, cancel) =>
            {
                var body = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
                try
                {
                    using var page = JsonDocument.Parse(body);
                    return read(page.RootElement);
                }
                catch (Exception exception) when (PageReader.IsMalformed(exception))
                {
                    throw PageReader.Malformed(exception);
                }
            },
            cancellation);
}
