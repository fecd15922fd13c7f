namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record FunctionExpression(SoqlFunction Function, IReadOnlyList<Expression> Arguments, int Position)
    : Expression(Position);
