using System.Globalization;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>/recent.</summary>
internal sealed class RecentEndpoint(EmulatedOrg org)
{
    public Task ListAsync(HttpContext context)
    {
        var call = RestCall.Of(context);
        var items = org.Recent.List(call.User, org.Reader, Limit(context.Request.Query["limit"].ToString()));
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                JsonRecordWriter.Write(writer, item, call.Root);
            writer.WriteEndArray();
        });
    }

    private static int Limit(string text)
    {
        if (text.Length == 0)
            return RecentItems.Most;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= RecentItems.Most
            ? limit
            : throw new ApiException("INVALID_INPUT", FormattableString.Invariant($"The parameter limit must be a number from 1 to {RecentItems.Most}, not '{text}'."));
    }
}
