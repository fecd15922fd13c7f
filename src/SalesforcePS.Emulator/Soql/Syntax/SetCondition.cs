namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record SetCondition(Expression Left, SetOperator Operator, IReadOnlyList<Literal> Values) : Condition(Left.Position);
