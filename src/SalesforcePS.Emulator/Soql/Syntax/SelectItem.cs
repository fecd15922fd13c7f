namespace SalesforcePS.Emulator.Soql.Syntax;

internal abstract record SelectItem(int Position);
