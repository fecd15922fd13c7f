namespace SalesforcePS.Emulator.Soql.Syntax;

/// <param name="Name">SECURITY_ENFORCED, USER_MODE, SYSTEM_MODE, DATA CATEGORY, RecordVisibilityContext, or empty for a filter.</param>
/// <param name="Filter">The condition of WITH field = value.</param>
/// <param name="Categories">The filters of WITH DATA CATEGORY.</param>
/// <param name="Position">Where the clause begins.</param>
internal sealed record WithClause(string Name, Condition? Filter, IReadOnlyList<DataCategoryFilter> Categories, int Position);
