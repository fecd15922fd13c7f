using System.Globalization;
using System.Text.Json;
using SalesforcePS.Core.Query;

namespace SalesforcePS.Core.Bulk;

/// <summary>A bulk job as the org tells it, of either kind (api-asynch "Get Job Info").</summary>
/// <param name="State">Open, UploadComplete, InProgress, JobComplete, Failed or Aborted; Closed for Bulk 1.0.</param>
/// <param name="JobType">V2Ingest, V2Query or Classic.</param>
public sealed record BulkJob(string Id, string Operation, string ObjectType, string State, string? JobType)
{
    public string? ApiVersion { get; init; }

    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>Why the job as a whole failed, such as <c>InvalidBatch : Field name not found : X</c>; of Bulk 1.0, why its first such batch did.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Rows the job has worked on, refused ones included; null where the org does not say (in lists).</summary>
    public long? RecordsProcessed { get; init; }

    public long? RecordsFailed { get; init; }

    public string? ExternalIdField { get; init; }

    /// <summary>How a Bulk 1.0 job's rows are written: CSV, XML, JSON, ZIP_CSV, ZIP_XML or ZIP_JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>Batches of a Bulk 1.0 job that the org has not done; null where the org does not say (in lists).</summary>
    public int? BatchesUnderWay { get; init; }

    /// <summary>True for a job that reads.</summary>
    public bool IsQuery => Operation is "query" or "queryAll";

    /// <summary>True for a job of Bulk 1.0.</summary>
    public bool IsClassic => JobType == "Classic";

    /// <summary>True where the org does nothing more with the job: of Bulk 1.0, where it takes no more batches and has done those it has.</summary>
    public bool IsDone => IsClassic ? State is "Closed" or "Failed" or "Aborted" && BatchesUnderWay == 0 : State is "JobComplete" or "Failed" or "Aborted";

    /// <summary>The state in words; that of a Bulk 1.0 job alone does not say whether it is done.</summary>
    internal string Progress => BatchesUnderWay > 0 ? $"{State} with {BatchesUnderWay} batches under way" : State;

    internal static BulkJob Read(JsonElement job) =>
        new(Text(job, "id") ?? throw new JsonException("The job has no id."), Text(job, "operation") ?? "", Text(job, "object") ?? "", Text(job, "state") ?? "", Text(job, "jobType"))
        {
            ApiVersion = Version(job),
            CreatedDate = Text(job, "createdDate") is { } created ? TextValue.DateTime(created) : null,
            ErrorMessage = Text(job, "errorMessage"),
            RecordsProcessed = Number(job, "numberRecordsProcessed"),
            RecordsFailed = Number(job, "numberRecordsFailed"),
            ExternalIdField = Text(job, "externalIdFieldName"),
            ContentType = Text(job, "contentType"),
        };

    /// <summary>A number in JSON, and so 68 as well as 68.0; in an address it is always 68.0.</summary>
    private static string? Version(JsonElement job) => !job.TryGetProperty("apiVersion", out var version) ? null
        : version.ValueKind == JsonValueKind.Number ? version.GetDecimal().ToString("0.0", CultureInfo.InvariantCulture)
        : version.GetString();

    private static string? Text(JsonElement job, string name) =>
        job.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement job, string name) =>
        job.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
