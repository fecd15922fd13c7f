namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>What a Bulk 2.0 ingest job does.</summary>
/// <param name="Operation">insert, update, upsert, delete or hardDelete.</param>
public sealed record IngestSettings(string ObjectType, string Operation)
{
    public string? ExternalIdField { get; init; }

    public string? AssignmentRuleId { get; init; }
}
