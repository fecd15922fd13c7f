namespace SalesforcePS.Core.Writing;

/// <summary>What a write asks for that Bulk has no way to say; it is refused by name, never left out.</summary>
public static class BulkLimits
{
    /// <summary>The option that Bulk 2.0 does not have, and the reason; null where it can do it all.</summary>
    public static (string Option, string Reason)? Find(WriteOptions options) => options switch
    {
        { Serial: true } => (nameof(options.Serial), "Bulk 2.0 has no serial mode; Bulk 1.0 has (-Api Bulk1)"),
        { DisableBatchRetry: true } => (nameof(options.DisableBatchRetry), "Bulk 2.0 makes its batches itself; Bulk 1.0 has the header (-Api Bulk1)"),
        _ => FindBulk1(options),
    };

    /// <summary>The option that Bulk 1.0 does not have, and the reason; null where it can do it all.</summary>
    public static (string Option, string Reason)? FindBulk1(WriteOptions options) => options switch
    {
        { AllOrNone: true } => (nameof(options.AllOrNone), "a bulk job writes each record on its own"),
        { AllowDuplicates: true } => (nameof(options.AllowDuplicates), "Bulk has no duplicate rule header"),
        { AllowFieldTruncation: true } => (nameof(options.AllowFieldTruncation), "Bulk has no field truncation header"),
        { UpdateOnly: true } => (nameof(options.UpdateOnly), "a bulk upsert inserts what it does not find"),
        { AssignmentRule: { } rule } when rule.Equals("default", StringComparison.OrdinalIgnoreCase) =>
            (nameof(options.AssignmentRule), "Bulk takes the id of a rule, not 'default'"),
        _ => null,
    };
}
