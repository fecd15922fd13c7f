namespace SalesforcePS.Core.Writing;

/// <summary>What a write asks for that Bulk has no way to say; it is refused by name, never left out.</summary>
public static class BulkLimits
{
    /// <summary>The option and the reason; null where Bulk can do it all.</summary>
    public static (string Option, string Reason)? Find(WriteOptions options) => options switch
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
