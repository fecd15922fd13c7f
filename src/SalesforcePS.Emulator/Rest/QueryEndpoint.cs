using System.Globalization;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.ListViews;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Querying.Explaining;

namespace SalesforcePS.Emulator.Rest;

internal sealed class QueryEndpoint(QueryService queries, ListViewService listViews)
{
    private const string QueryOptions = "Sforce-Query-Options";
    private const string BatchSize = "batchSize";

    public Task QueryAsync(HttpContext context) => StartAsync(context, includeDeleted: false);

    public Task QueryAllAsync(HttpContext context) => StartAsync(context, includeDeleted: true);

    public Task MoreAsync(HttpContext context) =>
        WriteAsync(context, queries.QueryMore(RestCall.Of(context).User, RouteTarget.Segment(context, "locator"), ReadBatchSize(context.Request)));

    private Task StartAsync(HttpContext context, bool includeDeleted)
    {
        if (context.Request.Query["explain"].ToString() is { Length: > 0 } explained)
            return ExplainAsync(context, explained);
        var soql = context.Request.Query["q"].ToString();
        if (soql.Length == 0)
            throw new ApiException("MALFORMED_QUERY", "A query is required: use the parameter q.");
        if (context.Request.Query["columns"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            var query = queries.Bind(RestCall.Of(context).User, soql);
            return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => QueryColumnsWriter.Write(writer, query));
        }

        var size = ReadBatchSize(context.Request) ?? QueryService.MaximumBatchSize;
        return WriteAsync(context, queries.Query(RestCall.Of(context).User, soql, includeDeleted, size));
    }

    /// <summary>Explains a query, or that of the list view whose Id is given.</summary>
    private Task ExplainAsync(HttpContext context, string soql)
    {
        var user = RestCall.Of(context).User;
        if (SalesforceId.TryNormalize(soql, out var id))
        {
            soql = listViews.Find(user, id)?.Soql
                ?? throw new ApiException("INVALID_ID", $"The org has no report or list view {soql}: give the SOQL of a query");
        }

        var explanation = queries.Explain(user, soql);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => ExplanationWriter.Write(writer, explanation, soql));
    }

    public static async Task WriteAsync(HttpContext context, QueryPage page)
    {
        using var body = new PooledStream();
        using (var writer = new QueryJsonWriter(body, RestCall.Of(context).Root))
            writer.Write(page);
        await JsonResponse.SendAsync(context, StatusCodes.Status200OK, body);
    }

    /// <summary>The number in "Sforce-Query-Options: batchSize=200"; what lies outside of the limits is brought into them.</summary>
    private static int? ReadBatchSize(HttpRequest request)
    {
        if (!HeaderOptions.Read(request, QueryOptions, BatchSize).TryGetValue(BatchSize, out var digits))
            return null;
        return digits.All(char.IsAsciiDigit)
            ? int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : QueryService.MaximumBatchSize
            : throw RestError.InvalidHeader(QueryOptions);
    }
}
