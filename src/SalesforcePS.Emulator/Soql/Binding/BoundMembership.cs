namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>IN, and as its negation NOT IN.</summary>
internal sealed record BoundMembership(BoundExpression Left, IReadOnlyList<BoundValue> Values) : BoundCondition;
