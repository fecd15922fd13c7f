using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>A CSV field as the .NET type that its field's type stands for: the same as REST's JSON gives; blank is null.</summary>
internal static class CsvValue
{
    private static readonly object True = true;
    private static readonly object False = false;

    /// <exception cref="FormatException">The text is no value of the type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static object? Read(CsvReader csv, int index, FieldType type)
    {
        var value = csv.GetSpan(index);
        if (value.IsEmpty)
            return null;
        return HasOwnForm(type) ? Parse(value, type) : ToString(value);
    }

    /// <summary>The same for a text that stands in XML; empty is null.</summary>
    /// <exception cref="FormatException">The text is no value of the type.</exception>
    public static object? Read(string text, FieldType type)
    {
        if (text.Length == 0)
            return null;
        return HasOwnForm(type) ? Parse(System.Text.Encoding.UTF8.GetBytes(text), type) : text;
    }

    private static bool HasOwnForm(FieldType type) => type is FieldType.MultiPicklist or FieldType.Boolean or FieldType.Int or FieldType.Long
        or FieldType.Double or FieldType.Percent or FieldType.Currency or FieldType.Date or FieldType.DateTime or FieldType.Time;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object Parse(ReadOnlySpan<byte> text, FieldType type) => type switch
    {
        FieldType.Boolean => Boolean(text),
        FieldType.Int => Integer(text),
        FieldType.Long => Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length ? number : Integer(text),
        FieldType.Double or FieldType.Percent => Double(text),
        FieldType.Currency => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        FieldType.Date => Utf8DateTime.TryReadDate(text, out var date) ? date : DateTime.Parse(ToString(text), CultureInfo.InvariantCulture),
        FieldType.DateTime => Utf8DateTime.TryRead(text, out var instant) ? instant : TextValue.DateTime(ToString(text)),
        FieldType.Time => TextValue.Time(ToString(text)),
        _ => ToString(text).Split(';'),
    };

    private static object Boolean(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("true"u8))
            return True;
        return text.SequenceEqual("false"u8) ? False : throw new FormatException($"'{ToString(text)}' is neither true nor false.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object Integer(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out int small, out var used) && used == text.Length)
            return small;
        return Utf8Parser.TryParse(text, out long large, out used) && used == text.Length ? large : Double(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Double(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length
            ? number
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string ToString(ReadOnlySpan<byte> text) => System.Text.Encoding.UTF8.GetString(text);
}
