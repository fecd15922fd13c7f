using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>Reads a schema file (docs/EMULATOR.md) and adds what it declares to the standard objects.</summary>
internal static class SchemaFile
{
    public static OrgSchema Load(string path, KeyPrefixes? prefixes = null)
    {
        var location = new SchemaLocation(path);
        using var document = JsonFile.Read(path, location);
        return Read(document.RootElement, location, prefixes ?? new KeyPrefixes());
    }

    private static OrgSchema Read(JsonElement root, SchemaLocation location, KeyPrefixes prefixes)
    {
        var declared = new SchemaElement(root, location, "objects").Items("objects")
            .Select(json => new SchemaFileObject(json, location.File))
            .ToList();
        if (declared.GroupBy(item => item.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw repeated.Last().Location.Mistake("the object stands there twice", "Put all its fields in one entry");
        var types = StandardSchema.Load().ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        var names = types.Keys.Concat(declared.Select(item => item.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in declared)
        {
            types[item.Name] = types.TryGetValue(item.Name, out var standard)
                ? item.Extend(standard, names)
                : item.Create(prefixes.Of(item.Name), names);
        }
        var schema = new OrgSchema([.. types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)]);
        CheckChildRelationships(schema, location);
        return schema;
    }

    private static void CheckChildRelationships(OrgSchema schema, SchemaLocation location)
    {
        foreach (var parent in schema.Types)
        {
            var clash = parent.ChildRelationships
                .Where(child => child.RelationshipName is not null)
                .GroupBy(child => child.RelationshipName!, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(group => group.Count() > 1);
            if (clash?.Last() is { } child)
            {
                throw (location with { ObjectName = child.ChildSObject, FieldName = child.Field }).Mistake(
                    $"{parent.Name} has a child relationship '{clash.Key}' already", "Give it another childRelationshipName");
            }
        }
    }
}
