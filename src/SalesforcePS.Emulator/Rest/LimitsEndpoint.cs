using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Rest;

/// <summary>/limits and /limits/recordCount.</summary>
internal sealed class LimitsEndpoint(EmulatedOrg org)
{
    private const long StorageMegabytes = 10_240;
    private const long QueryJobs = 10_000;
    private const long QueryMegabytes = 976_562;
    private const long PermissionSets = 1_500;
    private const long CustomPermissionSets = 1_000;

    /// <summary>What a record takes in the storage of an org, whatever is in it.</summary>
    private const long BytesPerRecord = 2_048;
    private const long Megabyte = 1_048_576;

    public Task GetAsync(HttpContext context)
    {
        var limits = new SortedDictionary<string, (long Max, long Used)>(StringComparer.Ordinal);
        foreach (var (name, max) in OrgLimits.Unused)
            limits.Add(name, (max, 0));
        var batches = RestCall.Of(context).Version >= OrgLimits.FirstVersionWithBatches ? "DailyBulkApiBatches" : "DailyBulkApiRequests";
        limits.Add(batches, (org.Bulk.Allocation.Limit, org.Bulk.Allocation.Used));
        limits.Add("DailyApiRequests", (org.Usage.Limit, org.Usage.Used));
        limits.Add("DailyBulkV2QueryJobs", (QueryJobs, org.Bulk.QueryUsage.Jobs));
        limits.Add("DailyBulkV2QueryFileStorageMB", (QueryMegabytes, org.Bulk.QueryUsage.Bytes / Megabyte));
        limits.Add("DataStorageMB", (StorageMegabytes, org.Schema.Types.Where(type => type.View is null).Sum(org.Reader.Count) * BytesPerRecord / Megabyte));
        limits.Add("FileStorageMB", (StorageMegabytes, org.Blobs.TotalLength() / Megabyte));
        limits.Add("PermissionSets", (PermissionSets, 0));
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, (max, used)) in limits)
                Write(writer, name, max, max - used);
            writer.WriteEndObject();
        });
    }

    /// <summary>Counts the records of the objects that sObjects names, or of all; a name that is no object is passed over.</summary>
    public Task RecordCountAsync(HttpContext context)
    {
        var names = context.Request.Query["sObjects"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var types = RestCall.Of(context).User.Access.SchemaOf(org.Schema).Types.Where(type => names.Length == 0 || names.Contains(type.Name, StringComparer.OrdinalIgnoreCase)).OrderBy(type => type.Name, StringComparer.Ordinal);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("sObjects");
            foreach (var type in types)
            {
                writer.WriteStartObject();
                writer.WriteNumber("count", org.Reader.Count(type));
                writer.WriteString("name", type.Name);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, string name, long max, long remaining)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("Max", max);
        writer.WriteNumber("Remaining", remaining);
        if (name == "PermissionSets")
            Write(writer, "CreateCustom", CustomPermissionSets, CustomPermissionSets);
        writer.WriteEndObject();
    }
}
