using System.Globalization;
using SalesforcePS.Emulator.ListViews;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Rest;

internal sealed class ListViewEndpoint(EmulatedOrg org)
{
    private const int DefaultLimit = 25;
    private const int MaximumLimit = 2_000;

    public Task ListAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        return JsonDescribeWriter.SendAsync(context, writer => ListViewDescription.WriteList(writer, type, type.ListViews, RestCall.Of(context).Root));
    }

    public Task RecentAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var views = org.ListViews.Recent(RestCall.Of(context).User, type);
        return JsonDescribeWriter.SendAsync(context, writer => ListViewDescription.WriteList(writer, type, views, RestCall.Of(context).Root));
    }

    public Task ReadAsync(HttpContext context)
    {
        var (type, view) = Target(context);
        return JsonDescribeWriter.SendAsync(context, writer => ListViewDescription.WriteBasic(writer, type, view, RestCall.Of(context).Root));
    }

    public Task DescribeAsync(HttpContext context)
    {
        var (type, view) = Target(context);
        var query = org.ListViews.Describe(RestCall.Of(context).User, type, view);
        return JsonDescribeWriter.SendAsync(context, writer => ListViewDescription.Write(writer, type, query));
    }

    public Task ResultsAsync(HttpContext context)
    {
        var (type, view) = Target(context);
        var limit = Number(context, "limit", DefaultLimit, least: 1, most: MaximumLimit);
        var offset = Number(context, "offset", absent: 0, least: 0, most: int.MaxValue);
        var result = org.ListViews.Run(RestCall.Of(context).User, type, view, limit, offset);
        return JsonDescribeWriter.SendAsync(context, writer => ListViewDescription.WriteResult(writer, result));
    }

    private (SObjectType Type, ListViewDefinition View) Target(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        return (type, ListViewService.Find(type, RouteTarget.Segment(context, "view")) ?? throw RestError.NotFound());
    }

    private static int Number(HttpContext context, string name, int absent, int least, int most)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ApiException("INVALID_FIELD", $"The parameter {name} is '{text}': give a whole number from {least}{(most == int.MaxValue ? " on" : $" to {most}")}");
    }
}
