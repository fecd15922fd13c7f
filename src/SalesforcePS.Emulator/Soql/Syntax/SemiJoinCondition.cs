namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>field IN (SELECT ...) or, as an anti-join, field NOT IN (SELECT ...).</summary>
internal sealed record SemiJoinCondition(Expression Left, bool Anti, SoqlQuery Query) : Condition(Left.Position);
