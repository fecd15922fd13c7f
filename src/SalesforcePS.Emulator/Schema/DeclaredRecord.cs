namespace SalesforcePS.Emulator.Schema;

/// <summary>A record that comes with the schema, as those of custom metadata types do.</summary>
/// <param name="Type">Its object.</param>
/// <param name="Name">The developer name, which is its key.</param>
/// <param name="Columns">As the database stores them. Where a field refers to another such record, its name.</param>
internal sealed record DeclaredRecord(string Type, string Name, IReadOnlyDictionary<string, object?> Columns);
