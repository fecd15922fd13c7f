using SalesforcePS.Emulator.Schema.Source;

namespace SalesforcePS.Emulator.Schema;

/// <summary>Reads what --schema names.</summary>
internal static class SchemaReader
{
    /// <param name="path">A schema file or a folder of Salesforce DX source; null for the standard objects alone.</param>
    /// <param name="prefixes">The key prefixes of the database.</param>
    public static OrgSchema Load(string? path, KeyPrefixes prefixes)
    {
        if (path is null)
            return new OrgSchema(StandardSchema.Load());
        return Directory.Exists(path) ? SourceSchema.Load(path, prefixes) : SchemaFile.Load(path, prefixes);
    }
}
