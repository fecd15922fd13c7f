namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed record BoundLogical(bool IsAnd, IReadOnlyList<BoundCondition> Operands) : BoundCondition;
