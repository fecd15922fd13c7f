namespace SalesforcePS.Emulator.Querying.Explaining;

/// <summary>One way to run a query (REST API guide, "Query Performance Feedback").</summary>
/// <param name="Cardinality">Records that the leading operation gives.</param>
/// <param name="Fields">The indexed fields that it uses.</param>
/// <param name="LeadingOperationType">Index or TableScan.</param>
/// <param name="Notes">Filters that no index helps with.</param>
/// <param name="RelativeCost">Above 1 it is not selective.</param>
internal sealed record QueryPlan(
    long Cardinality, IReadOnlyList<string> Fields, string LeadingOperationType, IReadOnlyList<string> Notes, double RelativeCost)
{
    public const string Index = "Index";
    public const string TableScan = "TableScan";
}
