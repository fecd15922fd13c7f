using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Query;

/// <summary>A JSON value as the .NET type that its field's type stands for.</summary>
internal static class JsonValue
{
    private static readonly object True = true;
    private static readonly object False = false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static object? Read(ref Utf8JsonReader reader, FieldType type) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        JsonTokenType.Number => ReadNumber(ref reader, type),
        JsonTokenType.String => ReadText(ref reader, type),
        JsonTokenType.StartObject => JsonObject.Read(ref reader),
        JsonTokenType.StartArray => JsonObject.ReadArray(ref reader),
        _ => throw new JsonException($"A value was expected, not {reader.TokenType}."),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object ReadNumber(ref Utf8JsonReader reader, FieldType type) => type switch
    {
        // Currency has up to 18 digits, more than a double holds.
        FieldType.Currency => reader.GetDecimal(),
        FieldType.Double or FieldType.Percent => reader.GetDouble(),
        FieldType.Long when reader.TryGetInt64(out var number) => number,
        _ when reader.TryGetInt32(out var small) => small,
        _ when reader.TryGetInt64(out var large) => large,
        _ => reader.GetDouble(),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object? ReadText(ref Utf8JsonReader reader, FieldType type) => type switch
    {
        FieldType.DateTime => Utf8DateTime.Read(ref reader),
        FieldType.Date => reader.GetDateTime(),
        FieldType.Time => TextValue.Time(reader.GetString()!),
        FieldType.MultiPicklist => reader.GetString()!.Split(';'),
        _ => reader.GetString(),
    };
}
