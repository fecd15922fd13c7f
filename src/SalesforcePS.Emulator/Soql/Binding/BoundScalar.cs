namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="Value">As the database stores it: text, whole number, double, or null.</param>
internal sealed record BoundScalar(object? Value) : BoundValue;
