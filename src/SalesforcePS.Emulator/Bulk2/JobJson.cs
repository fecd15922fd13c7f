using System.Globalization;
using System.Text.Json;
using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>Jobs as Bulk API 2.0 shows them.</summary>
internal static class JobJson
{
    /// <summary>What the answer to a creation or a change of state tells.</summary>
    public static void Write(Utf8JsonWriter writer, BulkJob job)
    {
        writer.WriteStartObject();
        WriteDefinition(writer, job);
        writer.WriteEndObject();
    }

    /// <summary>One job of a list.</summary>
    public static void WriteListed(Utf8JsonWriter writer, BulkJob job)
    {
        writer.WriteStartObject();
        WriteDefinition(writer, job);
        writer.WriteString("jobType", job.JobType.ToString());
        writer.WriteEndObject();
    }

    public static void WriteDetails(Utf8JsonWriter writer, BulkJob job)
    {
        writer.WriteStartObject();
        WriteDefinition(writer, job);
        writer.WriteString("jobType", job.JobType.ToString());
        writer.WriteNumber("numberRecordsProcessed", job.NumberRecordsProcessed);
        if (!job.IsQuery)
            writer.WriteNumber("numberRecordsFailed", job.NumberRecordsFailed);
        writer.WriteNumber("retries", job.Retries);
        writer.WriteNumber("totalProcessingTime", job.TotalProcessingTime);
        if (job.IsQuery)
        {
            writer.WriteBoolean("isPkChunkingSupported", true);
        }
        else
        {
            writer.WriteNumber("apiActiveProcessingTime", job.ApiActiveProcessingTime);
            writer.WriteNumber("apexProcessingTime", 0);
        }

        if (job.ErrorMessage is not null)
            writer.WriteString("errorMessage", job.ErrorMessage);
        writer.WriteEndObject();
    }

    private static void WriteDefinition(Utf8JsonWriter writer, BulkJob job)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{job.ApiVersion}.0");
        writer.WriteString("id", job.Id);
        writer.WriteString("operation", BulkNames.Of(job.Operation));
        writer.WriteString("object", job.Object);
        writer.WriteString("createdById", job.CreatedById);
        writer.WriteString("createdDate", BulkNames.Of(job.CreatedDate));
        writer.WriteString("systemModstamp", BulkNames.Of(job.SystemModstamp));
        writer.WriteString("state", job.State.ToString());
        if (job.ExternalIdFieldName is not null)
            writer.WriteString("externalIdFieldName", job.ExternalIdFieldName);
        writer.WriteString("concurrencyMode", job.ConcurrencyMode);
        writer.WriteString("contentType", job.ContentType);
        writer.WritePropertyName("apiVersion");
        writer.WriteRawValue(version);
        if (job.AssignmentRuleId is not null)
            writer.WriteString("assignmentRuleId", job.AssignmentRuleId);
        if (job.JobType == BulkJobType.Classic)
            return;
        // Without a leading slash, as it was recorded.
        if (job.JobType == BulkJobType.V2Ingest)
            writer.WriteString("contentUrl", $"services/data/v{version}/jobs/ingest/{job.Id}/batches");
        writer.WriteString("lineEnding", job.LineEnding.ToString());
        writer.WriteString("columnDelimiter", BulkNames.Of(job.ColumnDelimiter));
    }
}
