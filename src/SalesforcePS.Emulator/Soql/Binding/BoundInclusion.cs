namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>INCLUDES, and as its negation EXCLUDES: one of the sets must be contained as a whole.</summary>
internal sealed record BoundInclusion(BoundExpression Left, IReadOnlyList<IReadOnlyList<string>> Sets) : BoundCondition;
