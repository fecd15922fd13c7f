namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record LogicalCondition(bool IsAnd, IReadOnlyList<Condition> Operands) : Condition(Operands[0].Position);
