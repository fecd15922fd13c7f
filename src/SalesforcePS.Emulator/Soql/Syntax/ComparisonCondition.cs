namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record ComparisonCondition(Expression Left, ComparisonOperator Operator, Literal Value) : Condition(Left.Position);
