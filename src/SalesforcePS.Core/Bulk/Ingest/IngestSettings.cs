using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>What a Bulk 2.0 ingest job does.</summary>
/// <param name="Operation">insert, update, upsert, delete or hardDelete.</param>
public sealed record IngestSettings(string ObjectType, string Operation)
{
    public string? ExternalIdField { get; init; }

    public string? AssignmentRuleId { get; init; }

    internal static IngestSettings Of(WriteOptions options, string objectType) => new(objectType, options.Operation switch
    {
        RecordOperation.Insert => "insert",
        RecordOperation.Update => "update",
        RecordOperation.Upsert => "upsert",
        _ => options.Hard ? "hardDelete" : "delete",
    })
    {
        ExternalIdField = options.ExternalIdField,
        AssignmentRuleId = options.AssignmentRule,
    };
}
