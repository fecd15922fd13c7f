namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record ArithmeticExpression(Expression Left, char Operator, Expression Right) : Expression(Left.Position);
