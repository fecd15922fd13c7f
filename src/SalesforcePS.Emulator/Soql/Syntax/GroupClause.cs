namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record GroupClause(GroupKind Kind, IReadOnlyList<Expression> Expressions, int Position);
