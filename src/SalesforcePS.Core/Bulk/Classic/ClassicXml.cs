using System.Globalization;
using System.Xml.Linq;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>The documents of Bulk 1.0 about jobs and batches. The order of a job's elements matters (api-asynch "JobInfo").</summary>
internal static class ClassicXml
{
    private static readonly XNamespace Bulk = ClassicDocument.Bulk;

    public static byte[] NewJob(ClassicJobSettings settings) => Write(
        Text("operation", settings.Operation),
        Text("object", settings.ObjectType),
        Text("externalIdFieldName", settings.ExternalIdField),
        Text("concurrencyMode", settings.IsSerial ? "Serial" : null),
        Text("contentType", settings.ContentType),
        Text("assignmentRuleId", settings.AssignmentRuleId));

    public static byte[] State(string state) => Write(Text("state", state));

    public static BulkJob ReadJob(byte[] body) => Read(body, "jobInfo", static job =>
        new BulkJob(Required(job, "id"), Value(job, "operation") ?? "", Value(job, "object") ?? "", Required(job, "state"), "Classic")
        {
            ApiVersion = Value(job, "apiVersion") is { } version ? decimal.Parse(version, CultureInfo.InvariantCulture).ToString("0.0", CultureInfo.InvariantCulture) : null,
            CreatedDate = Value(job, "createdDate") is { } created ? TextValue.DateTime(created) : null,
            RecordsProcessed = Number(job, "numberRecordsProcessed"),
            RecordsFailed = Number(job, "numberRecordsFailed"),
            ExternalIdField = Value(job, "externalIdFieldName"),
            ContentType = Value(job, "contentType"),
        });

    public static ClassicBatch ReadBatch(byte[] body) => Read(body, "batchInfo", Batch);

    public static IReadOnlyList<ClassicBatch> ReadBatches(byte[] body) =>
        Read(body, "batchInfoList", static list => list.Elements(Bulk + "batchInfo").Select(Batch).ToList());

    /// <summary>The Ids of a query's result files.</summary>
    public static IReadOnlyList<string> ReadResultList(byte[] body) =>
        Read(body, "result-list", static list => list.Elements(Bulk + "result").Select(result => result.Value).ToList(), "result");

    private static ClassicBatch Batch(XElement batch) =>
        new(Required(batch, "id"), Required(batch, "state"), Value(batch, "stateMessage"), Number(batch, "numberRecordsProcessed"), Number(batch, "numberRecordsFailed"));

    private static XElement? Text(string name, string? value) => value is null ? null : new XElement(Bulk + name, value);

    private static byte[] Write(params XElement?[] elements)
    {
        using var buffer = new MemoryStream();
        using (var writer = SoapXml.CreateWriter(buffer))
            new XElement(Bulk + "jobInfo", elements).WriteTo(writer);
        return buffer.ToArray();
    }

    private static T Read<T>(byte[] body, string root, Func<XElement, T> read, string item = "") => ClassicDocument.Read(body, root, item, read);

    private static string? Value(XElement parent, string name) => parent.Element(Bulk + name) is { Value.Length: > 0 } element ? element.Value : null;

    private static string Required(XElement parent, string name) => Value(parent, name) ?? throw new FormatException($"It has no {name}.");

    private static long Number(XElement parent, string name) =>
        Value(parent, name) is { } text ? long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : 0;
}
