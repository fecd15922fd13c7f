using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Rest;

internal sealed class LimitsEndpoint(EmulatedOrg org)
{
    // Those that the emulator does not count stay as an org's on its first morning (REST API guide, list org limits).
    private static readonly (string Name, long Max)[] Uncounted =
    [
        ("DailyBulkV2QueryFileStorageMB", 976_562),
        ("DailyBulkV2QueryJobs", 10_000),
        ("DailyDurableStreamingApiEvents", 10_000),
        ("DailyStreamingApiEvents", 10_000),
        ("DataStorageMB", 10_240),
        ("FileStorageMB", 10_240),
        ("HourlyPublishedPlatformEvents", 50_000),
        ("SingleEmail", 5_000),
    ];

    public Task GetAsync(HttpContext context) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            Write(writer, "DailyApiRequests", org.Usage.Limit, org.Usage.Limit - org.Usage.Used);
            Write(writer, "DailyBulkApiBatches", org.Bulk.Allocation.Limit, org.Bulk.Allocation.Limit - org.Bulk.Allocation.Used);
            foreach (var (name, max) in Uncounted)
                Write(writer, name, max, max);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, string name, long max, long remaining)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("Max", max);
        writer.WriteNumber("Remaining", remaining);
        writer.WriteEndObject();
    }
}
