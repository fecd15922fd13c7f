using System.Globalization;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>/sobjects/X/updated and /sobjects/X/deleted.</summary>
internal sealed class ReplicationEndpoint(EmulatedOrg org)
{
    public Task UpdatedAsync(HttpContext context)
    {
        var updated = org.Replication.Updated(RouteTarget.Type(context, org.Schema), Moment(context, "start"), Moment(context, "end"));
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("ids");
            foreach (var id in updated.Ids)
                writer.WriteStringValue(id);
            writer.WriteEndArray();
            writer.WritePropertyName("latestDateCovered");
            JsonValue.Write(writer, updated.LatestDateCovered);
            writer.WriteEndObject();
        });
    }

    public Task DeletedAsync(HttpContext context)
    {
        var deleted = org.Replication.Deleted(RouteTarget.Type(context, org.Schema), Moment(context, "start"), Moment(context, "end"));
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("deletedRecords");
            foreach (var record in deleted.Records)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("deletedDate");
                JsonValue.Write(writer, record.DeletedDate);
                writer.WriteString("id", record.Id);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("earliestDateAvailable");
            JsonValue.Write(writer, deleted.EarliestDateAvailable);
            writer.WritePropertyName("latestDateCovered");
            JsonValue.Write(writer, deleted.LatestDateCovered);
            writer.WriteEndObject();
        });
    }

    /// <summary>The plus sign of an offset comes as a space where a client does not encode it.</summary>
    private static DateTimeOffset Moment(HttpContext context, string name)
    {
        var text = context.Request.Query[name].ToString();
        return DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new ApiException("INVALID_REPLICATION_DATE", $"The parameter {name} must be a date and time such as 2026-05-05T00:00:00Z, not '{text}'.");
    }
}
