namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>A part of the metadata with a name, in a file of its own or with others in one.</summary>
internal sealed record SourceComponent(string Name, SourceElement Element);
