namespace SalesforcePS.Emulator.Querying.Explaining;

/// <param name="SObject">The object of the query.</param>
/// <param name="Cardinality">How many records it has.</param>
/// <param name="Plans">The best first.</param>
internal sealed record Explanation(string SObject, long Cardinality, IReadOnlyList<QueryPlan> Plans);
