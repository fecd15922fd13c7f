using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>A JSON object of a schema file whose properties are read with their types checked, and none left over.</summary>
internal sealed class SchemaElement
{
    private readonly Dictionary<string, JsonElement> properties = [];

    public SchemaElement(JsonElement element, SchemaLocation location, params IReadOnlyList<string> known)
    {
        Location = location;
        if (element.ValueKind != JsonValueKind.Object)
            throw location.Mistake($"there is {Describe(element)} where an object in braces is needed", "See docs/EMULATOR.md for the format");
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name))
                throw location.Mistake($"the property '{property.Name}' is not known", $"Use one of: {string.Join(", ", known)}");
            if (!properties.TryAdd(property.Name, property.Value))
                throw location.Mistake($"the property '{property.Name}' stands there twice", "Keep one of the two");
        }
    }

    public SchemaLocation Location { get; set; }

    public bool Has(string name) => properties.ContainsKey(name);

    public string? Text(string name) => Read(name, JsonValueKind.String, "a text in quotes")?.GetString();

    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw Location.Mistake($"the property '{name}' is missing or empty", "Add it");

    public bool Flag(string name) =>
        properties.TryGetValue(name, out var value) && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw WrongKind(name, "true or false", value),
        };

    public int? Number(string name)
    {
        if (Read(name, JsonValueKind.Number, "a whole number") is not { } value)
            return null;
        return value.TryGetInt32(out var number) ? number : throw WrongKind(name, "a whole number", value);
    }

    public IReadOnlyList<JsonElement> Items(string name) =>
        Read(name, JsonValueKind.Array, "a list in brackets") is { } value ? [.. value.EnumerateArray()] : [];

    /// <summary>A list of texts; one text alone will do.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!properties.TryGetValue(name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.String)
            return [value.GetString()!];
        return [.. Items(name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw WrongKind(name, "a list of texts", item))];
    }

    public JsonElement? Value(string name) => properties.TryGetValue(name, out var value) ? value : null;

    public SchemaException WrongKind(string name, string needed, JsonElement value) =>
        Location.Mistake($"the property '{name}' is {Describe(value)}", $"It must be {needed}");

    private JsonElement? Read(string name, JsonValueKind kind, string needed)
    {
        if (!properties.TryGetValue(name, out var value))
            return null;
        return value.ValueKind == kind ? value : throw WrongKind(name, needed, value);
    }

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
