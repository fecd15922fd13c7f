using System.Text.Json;
using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Query;

/// <summary>Compound values (an address, a location) and whatever else is an object: its members under their names.</summary>
internal static class JsonObject
{
    private static readonly RecordClassCache Classes = new();

    public static SalesforceRecord Read(ref Utf8JsonReader reader)
    {
        var names = new List<string>();
        var values = new List<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(reader.GetString()!);
            reader.Read();
            values.Add(JsonValue.Read(ref reader, Schema.FieldType.Unknown));
        }
        // Rows that the select list did not announce would be shown without their further pages.
        if (names.Contains("nextRecordsUrl"))
            throw new JsonException("It has rows in a place where the query asks for none.");
        return Classes.Get("Compound", names).Create([.. values]);
    }

    public static object?[] ReadArray(ref Utf8JsonReader reader)
    {
        var values = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(JsonValue.Read(ref reader, Schema.FieldType.Unknown));
        return [.. values];
    }
}
