namespace SalesforcePS.Emulator.Soql.Syntax;

/// <param name="Expression">What is sorted by.</param>
/// <param name="Descending">DESC.</param>
/// <param name="NullsLast">Nulls come first unless NULLS LAST is said, in both directions.</param>
internal sealed record OrderItem(Expression Expression, bool Descending, bool NullsLast);
