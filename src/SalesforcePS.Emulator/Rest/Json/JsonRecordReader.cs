using System.Text.Json;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Json;

internal static class JsonRecordReader
{
    private const string Attributes = "attributes";

    /// <summary>Reads a record; the type of its attributes serves where the URL tells none.</summary>
    public static RecordInput Read(JsonElement record, string? type, Func<JsonProperty, bool>? isLeftOut = null)
    {
        if (record.ValueKind != JsonValueKind.Object)
            throw RestBody.Malformed($"A record must be an object, not {Kind(record)}.");
        string? id = null;
        var fields = new List<FieldInput>();
        foreach (var property in record.EnumerateObject())
        {
            if (property.NameEquals(Attributes))
                type ??= TypeOf(property.Value);
            else if (property.Name.Equals("Id", StringComparison.OrdinalIgnoreCase))
                id = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
            else if (isLeftOut is null || !isLeftOut(property))
                fields.Add(new FieldInput(property.Name, ReadValue(property.Name, property.Value)));
        }

        return new RecordInput(type, id, fields);
    }

    private static object? ReadValue(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => ReadNumber(value),
        JsonValueKind.Object => ReadForeignKey(name, value),
        _ => throw RestBody.Malformed($"Cannot deserialize the value of {name} from {Kind(value)}."),
    };

    private static object ReadNumber(JsonElement value)
    {
        if (value.TryGetInt64(out var whole))
            return whole;
        return value.TryGetDecimal(out var exact) ? exact : value.GetDouble();
    }

    private static ForeignKey ReadForeignKey(string name, JsonElement parent)
    {
        string? type = null;
        JsonProperty? key = null;
        foreach (var property in parent.EnumerateObject())
        {
            if (property.NameEquals(Attributes))
                type = TypeOf(property.Value);
            else if (key is null)
                key = property;
            else
                throw new ApiException("INVALID_FIELD", $"The foreign key reference {name} must name exactly one field.");
        }

        return key is { Value.ValueKind: JsonValueKind.String or JsonValueKind.Number } found
            ? new ForeignKey(type, found.Name, found.Value.ToString())
            : throw RestBody.Malformed($"The foreign key reference {name} names no external id.");
    }

    private static string? TypeOf(JsonElement attributes) =>
        attributes.ValueKind == JsonValueKind.Object && attributes.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "a value",
    };
}
