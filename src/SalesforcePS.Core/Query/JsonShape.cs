using System.Text.Json;

namespace SalesforcePS.Core.Query;

/// <summary>The keys that a first row really has, with those of its parents: what the select list cannot tell (FIELDS(), unnamed functions).</summary>
internal sealed record JsonShape(string ObjectType, IReadOnlyList<KeyValuePair<string, JsonShape?>> Keys)
{
    /// <summary>Reads the first record of a page; null where the page has none, or is none: the page's reader will say so.</summary>
    public static JsonShape? OfFirstRecord(ReadOnlySpan<byte> page)
    {
        try
        {
            return ReadFirstRecord(page);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonShape? ReadFirstRecord(ReadOnlySpan<byte> page)
    {
        var reader = new Utf8JsonReader(page);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRecords = reader.ValueTextEquals("records"u8);
            reader.Read();
            if (isRecords)
                return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : null;
            reader.Skip();
        }
        return null;
    }

    /// <summary>The keys of rows that have the same: a parent that one of them lacks is taken from another.</summary>
    public static JsonShape Of(IReadOnlyList<JsonShape> rows) => rows[0] with
    {
        Keys = [.. rows[0].Keys.Select((key, place) =>
        {
            var parents = rows.Select(row => place < row.Keys.Count && row.Keys[place].Key == key.Key ? row.Keys[place].Value : null).OfType<JsonShape>().ToList();
            return new KeyValuePair<string, JsonShape?>(key.Key, parents.Count == 0 ? null : Of(parents));
        })],
    };

    /// <summary>Reads a record from its opening brace to its closing one.</summary>
    public static JsonShape Read(ref Utf8JsonReader reader)
    {
        var type = "";
        var keys = new List<KeyValuePair<string, JsonShape?>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (key == "attributes" && reader.TokenType == JsonTokenType.StartObject)
                type = ReadType(ref reader);
            else if (reader.TokenType == JsonTokenType.StartObject)
                keys.Add(new(key, Read(ref reader)));
            else
            {
                keys.Add(new(key, null));
                reader.Skip();
            }
        }
        return new JsonShape(type, keys);
    }

    private static string ReadType(ref Utf8JsonReader reader)
    {
        var type = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
                type = reader.GetString() ?? "";
            else
                reader.Skip();
        }
        return type;
    }
}
