namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record SubqueryItem(SoqlQuery Query, int Position) : SelectItem(Position);
