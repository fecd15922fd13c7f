using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The records of custom metadata types.</summary>
internal static class SourceRecords
{
    public static IReadOnlyList<DeclaredRecord> Read(SourceTree tree, Dictionary<string, SObjectType> types, SourceProblems problems) =>
        problems.Collect(tree.CustomMetadata.OrderBy(pair => pair.Key, StringComparer.Ordinal), pair => Read(pair.Key, pair.Value, types));

    private static IEnumerable<DeclaredRecord> Read(string fullName, SourceElement element, Dictionary<string, SObjectType> types)
    {
        if (fullName.Split('.', 2) is not [var typeName, var name])
            throw element.Mistake("its name has no type and record", "Name it Type.Record.md-meta.xml");
        if (!types.TryGetValue($"{typeName}__mdt", out var type))
            throw element.Mistake($"there is no custom metadata type {typeName}__mdt in the folder", SourceFiles.Remedy);
        var label = element.Text("label") ?? name;
        var columns = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            [MetadataFields.DeveloperName] = name,
            [MetadataFields.MasterLabel] = label,
            ["Label"] = label,
            ["QualifiedApiName"] = name,
            ["Language"] = "en_US",
        };
        foreach (var item in element.Children("values"))
        {
            if (item.Text("value") is { } text)
                columns[item.RequiredText("field")] = Value(item, type, text);
        }
        return [new DeclaredRecord(type.Name, name, columns)];
    }

    private static object? Value(SourceElement item, SObjectType type, string text)
    {
        var name = item.RequiredText("field");
        var field = type.FindField(name) ?? throw item.Mistake($"{type.Name} has no field {name}", "Add the field, or remove the value");
        if (field.Type == FieldType.Reference)
            return text;
        return ValueParser.TryParse(field, text, out var column)
            ? column
            : throw item.Mistake($"'{text}' is no value for the field {name}", $"Write a value of type {field.Type}");
    }
}
