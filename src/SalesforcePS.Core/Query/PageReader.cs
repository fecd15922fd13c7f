using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Query;

/// <summary>
/// Turns a page's JSON into records, straight from the bytes (rest-api "Query"). The methods that run for each value are compiled
/// optimized at once: most scripts end before the runtime would have done so (first 200,000 rows measured at 2.7 in place of 5 us a row).
/// </summary>
internal sealed class PageReader
{
    private readonly List<IncompleteChildren> incomplete = [];

    public static QueryPage Read(ReadOnlySpan<byte> json, RowShape shape)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return new PageReader().ReadPage(ref reader, shape);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            throw Malformed(exception);
        }
    }

    /// <summary>Reads an array of rows, each of its own shape; null where the array has null in place of a row.</summary>
    /// <param name="json">The text from the array's opening bracket on.</param>
    /// <param name="shapeOf">The shape by the row's place.</param>
    public static IReadOnlyList<SalesforceRecord?> ReadArray(ReadOnlySpan<byte> json, Func<int, RowShape> shapeOf)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("It is no list.");
            var page = new PageReader();
            var records = new List<SalesforceRecord?>();
            while (reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null)
                records.Add(reader.TokenType == JsonTokenType.Null ? null : page.ReadRecord(ref reader, shapeOf(records.Count)));
            return reader.TokenType == JsonTokenType.EndArray ? records : throw new JsonException($"A record was expected, not {reader.TokenType}.");
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            throw new ProtocolException($"The list of records could not be read: {exception.Message}", exception);
        }
    }

    /// <summary>What the JSON readers throw for text that is not what a page should be.</summary>
    public static bool IsMalformed(Exception exception) =>
        exception is JsonException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException;

    public static ProtocolException Malformed(Exception exception) =>
        new($"A page of the query's answer could not be read: {exception.Message}", exception);

    /// <summary>Reads from the start of an object with <c>totalSize</c>, <c>done</c>, <c>nextRecordsUrl</c> and <c>records</c> to its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private QueryPage ReadPage(ref Utf8JsonReader reader, RowShape shape)
    {
        List<SalesforceRecord>? records = null;
        int? totalSize = null;
        var done = true;
        string? next = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                reader.Read();
                records = ReadRecords(ref reader, shape);
            }
            else if (reader.ValueTextEquals("totalSize"u8))
                totalSize = reader.Read() ? reader.GetInt32() : null;
            else if (reader.ValueTextEquals("done"u8))
                done = reader.Read() && reader.GetBoolean();
            else if (reader.ValueTextEquals("nextRecordsUrl"u8))
                next = reader.Read() ? reader.GetString() : null;
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
        if (records is null || totalSize is not { } total)
            throw new JsonException("It has no records, or does not say how many there are.");
        if (!done && next is null)
            throw new ProtocolException("A page of the query's answer says that there is more, but not where.");
        return new QueryPage(records, total, done ? null : next, incomplete);
    }

    private List<SalesforceRecord> ReadRecords(ref Utf8JsonReader reader, RowShape shape)
    {
        var records = new List<SalesforceRecord>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            records.Add(ReadRecord(ref reader, shape));
        return reader.TokenType == JsonTokenType.EndArray ? records : throw new JsonException($"A record was expected, not {reader.TokenType}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SalesforceRecord ReadRecord(ref Utf8JsonReader reader, RowShape shape)
    {
        var values = new object?[shape.Width];
        ReadObject(ref reader, shape.Root, values);
        return shape.Class.Create(values);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadObject(ref Utf8JsonReader reader, ShapeNode node, object?[] values)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                reader.Skip();
                continue;
            }
            var entry = Match(ref reader, node, ref expected);
            reader.Read();
            if (entry.Parent is { } parent)
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                    ReadObject(ref reader, parent, values);
            }
            else if (entry.Children is { } children)
                values[entry.Slot] = ReadChildren(ref reader, children, values, entry.Slot);
            else
                values[entry.Slot] = JsonValue.Read(ref reader, entry.Type);
        }
    }

    /// <summary>Rows have their keys in one order, so the next expected key is nearly always the one that comes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ShapeEntry Match(ref Utf8JsonReader reader, ShapeNode node, ref int expected)
    {
        var entries = node.Entries;
        for (var tried = 0; tried < entries.Count; tried++)
        {
            var index = expected + tried < entries.Count ? expected + tried : expected + tried - entries.Count;
            if (!reader.ValueTextEquals(entries[index].Utf8Key))
                continue;
            expected = index + 1 == entries.Count ? 0 : index + 1;
            return entries[index];
        }
        var key = reader.GetString()!;
        return node.Learn(key) ?? throw new ProtocolException($"A row of the query's answer has the field '{key}', which the first row had not.");
    }

    private SalesforceRecord[] ReadChildren(ref Utf8JsonReader reader, RowShape shape, object?[] values, int slot)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return [];
        var page = ReadPage(ref reader, shape);
        SalesforceRecord[] rows = [.. page.Records];
        if (page.NextUrl is { } next)
            incomplete.Add(new IncompleteChildren(rows, shape, page.TotalSize, next, all => values[slot] = all));
        return rows;
    }
}
