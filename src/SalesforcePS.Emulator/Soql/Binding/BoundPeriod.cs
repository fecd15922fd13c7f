namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>A relative date: from the start up to, but not including, the end.</summary>
internal sealed record BoundPeriod(object Start, object End) : BoundValue;
