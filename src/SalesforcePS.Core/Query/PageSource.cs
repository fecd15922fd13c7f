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
        var shape = await builder.BuildAsync(select, select.From, JsonShape.OfFirstRecord(buffer.Span), cancellation).ConfigureAwait(false);
        return (await CompleteAsync(PageReader.Read(buffer.Span, shape), cancellation).ConfigureAwait(false), shape);
    }

    public async Task<QueryPage> FetchAsync(string url, RowShape shape, CancellationToken cancellation)
    {
        using var buffer = await SendAsync(url, PageBuffer.ReadAsync, cancellation).ConfigureAwait(false);
        return await CompleteAsync(PageReader.Read(buffer.Span, shape), cancellation).ConfigureAwait(false);
    }

    public Task<int> CountAsync(string soql, CancellationToken cancellation) =>
        SendAsync(FirstPath(soql), static async (response, cancel) =>
        {
            using var page = await ParseAsync(response, cancel).ConfigureAwait(false);
            return page.RootElement.GetProperty("totalSize").GetInt32();
        }, cancellation);

    public Task<(IReadOnlyList<JsonElement> Rows, string? Next)> FetchRawAsync(string url, CancellationToken cancellation) =>
        SendAsync(url, static async (response, cancel) =>
        {
            using var page = await ParseAsync(response, cancel).ConfigureAwait(false);
            IReadOnlyList<JsonElement> rows = [.. page.RootElement.GetProperty("records").EnumerateArray().Select(row => row.Clone())];
            return (rows, page.RootElement.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null);
        }, cancellation);

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

    private static async Task<JsonDocument> ParseAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        }
        catch (JsonException exception)
        {
            throw new ProtocolException($"A page of the query's answer could not be read: {exception.Message}", exception);
        }
    }
}
