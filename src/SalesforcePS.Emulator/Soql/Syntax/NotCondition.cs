namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record NotCondition(Condition Operand, int Position) : Condition(Position);
