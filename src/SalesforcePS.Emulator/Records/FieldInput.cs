namespace SalesforcePS.Emulator.Records;

/// <summary>What a client sends for one field, before it is checked: a string, bool, long, double or decimal, null to clear it, a <see cref="ForeignKey"/>, or a <see cref="Files.FileBody"/>.</summary>
internal readonly record struct FieldInput(string Name, object? Value);
