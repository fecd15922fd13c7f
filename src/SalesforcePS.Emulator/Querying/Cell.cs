using System.Globalization;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Querying;

/// <summary>One value of a row, without boxing: text is the reference, everything else is in the bits.</summary>
internal readonly struct Cell
{
    private static readonly object Present = new();

    private readonly object? reference;

    public Cell(object? reference) => this.reference = reference;

    public Cell(long bits)
    {
        reference = Present;
        Bits = bits;
    }

    public Cell(double number)
        : this(BitConverter.DoubleToInt64Bits(number))
    {
    }

    public bool IsNull => reference is null;

    /// <summary>A whole number, a boolean as 0 or 1, milliseconds since 1970 or, of a time, since midnight.</summary>
    public long Bits { get; }

    public double Double => BitConverter.Int64BitsToDouble(Bits);

    public string? Text => reference as string;

    public QueryPage? Page => reference as QueryPage;

    /// <summary>string, long, double, bool, DateOnly, DateTimeOffset, TimeOnly or null, as the type of the field says.</summary>
    public object? ToValue(FieldType type)
    {
        if (IsNull)
            return null;
        return type switch
        {
            FieldType.Boolean or FieldType.Base64 => Bits != 0,
            FieldType.Int or FieldType.Long => Bits,
            FieldType.Double or FieldType.Currency or FieldType.Percent => Double,
            FieldType.Date => DateOnly.ParseExact(Text!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldType.DateTime => DateTimeOffset.FromUnixTimeMilliseconds(Bits),
            FieldType.Time => new TimeOnly(Bits * TimeSpan.TicksPerMillisecond),
            _ => Text,
        };
    }
}
