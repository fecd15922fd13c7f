using System.Text.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Tests.Schema;

/// <summary>Compares the standard schema with the facts of the Object Reference.</summary>
internal static class StandardFacts
{
    public static List<string> Disagreements(OrgSchema schema, string path)
    {
        var found = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            var facts = document.RootElement;
            if (schema.Find(facts.GetProperty("object").GetString()!) is { } type)
                found.AddRange(facts.GetProperty("fields").EnumerateArray().Select(field => Disagreement(type, field)).OfType<string>());
        }
        return found;
    }

    private static string? Disagreement(SObjectType type, JsonElement facts)
    {
        if (type.FindField(facts.GetProperty("name").GetString()!) is not { } field)
            return null;
        // The reference calls a time otherwise, and one reference to users by its object.
        var factType = facts.GetProperty("type").GetString() switch { "timeOnly" => "time", "User" => "reference", var named => named! };
        if (!factType.Equals(field.Type.ToString(), StringComparison.OrdinalIgnoreCase))
            return $"{type.Name}.{field.Name} is {field.Type}, not {factType}";
        var hasLength = field.Type is not FieldType.Picklist && facts.TryGetProperty("maxLength", out var length) && length.GetInt32() != field.Length;
        return hasLength ? $"{type.Name}.{field.Name} has the length {field.Length}, not {facts.GetProperty("maxLength")}" : null;
    }
}
