using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Files;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>sObject collections: up to 200 records in one call, answered in order.</summary>
internal sealed class CollectionEndpoint(EmulatedOrg org)
{
    private const int MostToRead = 2000;

    public async Task CreateAsync(HttpContext context)
    {
        using var upload = await RecordUpload.ReadAsync(context, org.Blobs, UploadLimits.Collection);
        var inputs = ReadRecords(upload);
        var results = org.Writer.Create(RestCall.Of(context).User, inputs, Options(context, upload.Root));
        upload.Keep(inputs, results);
        await WriteAsync(context, results);
    }

    public async Task UpdateAsync(HttpContext context)
    {
        using var upload = await RecordUpload.ReadAsync(context, org.Blobs, UploadLimits.Collection);
        var inputs = ReadRecords(upload);
        var results = org.Writer.Update(RestCall.Of(context).User, inputs, Options(context, upload.Root));
        upload.Keep(inputs, results);
        await WriteAsync(context, results);
    }

    public async Task UpsertAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        using var upload = await RecordUpload.ReadAsync(context, org.Blobs, UploadLimits.Collection);
        var externalIdField = RouteTarget.Segment(context, "field");
        var inputs = ReadRecords(upload, type.Name);
        var results = org.Writer.Upsert(RestCall.Of(context).User, externalIdField, inputs, Options(context, upload.Root));
        upload.Keep(inputs, results);
        await WriteAsync(context, results, withCreated: true);
    }

    public Task DeleteAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var ids = SplitIds(query["ids"].ToString());
        RequireAtMost(DmlOptions.MaximumRecords, ids.Length);
        var allOrNone = query["allOrNone"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        var results = org.Remover.Delete(RestCall.Of(context).User, ids, new DmlOptions { AllOrNone = allOrNone });
        return WriteAsync(context, results);
    }

    public Task ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return ReadAsync(context, SplitIds(query["ids"].ToString()), query["fields"].ToString());
    }

    public async Task ReadByBodyAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        await ReadAsync(context, [.. Strings(body.Root, "ids")], string.Join(',', Strings(body.Root, "fields")));
    }

    private Task ReadAsync(HttpContext context, string[] ids, string fieldList)
    {
        var type = RouteTarget.Type(context, org.Schema);
        RequireAtMost(MostToRead, ids.Length);
        var records = org.Reader.Retrieve(type, RouteTarget.Fields(type, fieldList), ids);
        var root = RestCall.Of(context).Root;
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray();
            foreach (var record in records)
            {
                if (record is null)
                    writer.WriteNullValue();
                else
                    JsonRecordWriter.Write(writer, record, root);
            }

            writer.WriteEndArray();
        });
    }

    private static List<RecordInput> ReadRecords(RecordUpload upload, string? type = null)
    {
        var body = upload.Root;
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
            throw RestBody.Malformed("The body must be an object with an array of records.");
        RequireAtMost(DmlOptions.MaximumRecords, records.GetArrayLength());
        List<RecordInput> inputs = [.. records.EnumerateArray().Select(record => upload.Fill(JsonRecordReader.Read(record, type), record))];
        TypeChunks.Check(inputs);
        return inputs;
    }

    private static DmlOptions Options(HttpContext context, JsonElement body) =>
        RestOptions.Read(context.Request, body.TryGetProperty("allOrNone", out var allOrNone) && allOrNone.ValueKind == JsonValueKind.True);

    private static IEnumerable<string> Strings(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Select(value => value.ToString())
            : throw RestBody.Malformed($"The body must be an object with an array of {name}.");

    private static string[] SplitIds(string ids) => ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void RequireAtMost(int limit, int count)
    {
        if (count > limit)
            throw new ApiException("EXCEEDED_ID_LIMIT", FormattableString.Invariant($"record limit reached. cannot submit more than {limit} records into this call"));
    }

    private static Task WriteAsync(HttpContext context, IReadOnlyList<SaveResult> results, bool withCreated = false) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JsonResultWriter.Write(writer, results, withCreated));
}
