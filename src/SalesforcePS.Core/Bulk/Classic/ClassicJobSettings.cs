using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>What a Bulk 1.0 job does.</summary>
/// <param name="Operation">insert, update, upsert, delete, hardDelete, query or queryAll.</param>
internal sealed record ClassicJobSettings(string ObjectType, string Operation)
{
    /// <summary>CSV, or ZIP_CSV where files go with the rows.</summary>
    public string ContentType { get; init; } = "CSV";

    public string? ExternalIdField { get; init; }

    public string? AssignmentRuleId { get; init; }

    public bool IsSerial { get; init; }

    /// <summary>Header of the request that opens the job; null for none.</summary>
    public (string Name, string Value)? Header { get; init; }

    public static ClassicJobSettings Of(WriteOptions options, string objectType)
    {
        var settings = IngestSettings.Of(options, objectType);
        return new ClassicJobSettings(settings.ObjectType, settings.Operation)
        {
            ExternalIdField = settings.ExternalIdField,
            AssignmentRuleId = settings.AssignmentRuleId,
            IsSerial = options.Serial,
            Header = options.DisableBatchRetry ? ("Sforce-Disable-Batch-Retry", "TRUE") : null,
        };
    }
}
