namespace SalesforcePS.Emulator.Soql.Binding;

internal abstract record BoundValue;
