namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed record BoundOrder(BoundExpression Expression, bool Descending, bool NullsLast);
