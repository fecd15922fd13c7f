using System.Globalization;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>Between the columns of the database and the values of formulas.</summary>
internal static class FormulaValue
{
    private const decimal Percent = 100;

    public static FormulaType? TypeOf(FieldType type) => type switch
    {
        FieldType.Boolean => FormulaType.Boolean,
        FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent => FormulaType.Number,
        FieldType.Date => FormulaType.Date,
        FieldType.DateTime => FormulaType.DateTime,
        FieldType.Time => FormulaType.Time,
        FieldType.Picklist => FormulaType.Picklist,
        FieldType.MultiPicklist => FormulaType.MultiPicklist,
        FieldType.Id or FieldType.Reference or FieldType.String or FieldType.TextArea or FieldType.Email or FieldType.Phone
            or FieldType.Url or FieldType.Combobox => FormulaType.Text,
        _ => null,
    };

    public static object? FromColumn(SObjectField field, object? column) => (field.Type, column) switch
    {
        (_, null) => null,
        // Formulas see half as 0.5 where the field has 50.
        (FieldType.Percent, _) => Number(column) / Percent,
        (FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency, _) => Number(column),
        (FieldType.Boolean, long flag) => flag != 0,
        // Formulas see ids in their short form; CASESAFEID gives the long one.
        (FieldType.Id or FieldType.Reference, string id) when id.Length > SalesforceId.ShortLength => id[..SalesforceId.ShortLength],
        (FieldType.Date, string date) => DateOnly.ParseExact(date, StoredValue.DateFormat, CultureInfo.InvariantCulture),
        (FieldType.DateTime, long milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds),
        (FieldType.Time, long milliseconds) => new TimeOnly(milliseconds * TimeSpan.TicksPerMillisecond),
        _ => column,
    };

    /// <summary>What the database shows of a value that a formula gave for a field.</summary>
    public static object? ToColumn(SObjectField field, object? value) => (field.Type, value) switch
    {
        (FieldType.Boolean, _) => value is true ? 1L : 0L,
        (_, null or "") => null,
        (FieldType.Percent, decimal number) => (double)Round(number * Percent, field.Scale),
        (FieldType.Double or FieldType.Currency, decimal number) => (double)Round(number, field.Scale),
        (FieldType.Int, decimal number) => (long)Round(number, 0),
        (FieldType.DateTime, DateTime moment) => (long)(moment - DateTime.UnixEpoch).TotalMilliseconds,
        (FieldType.DateTime, DateOnly date) => (long)(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMilliseconds,
        (FieldType.Date, DateTime moment) => StoredValue.ToColumn(DateOnly.FromDateTime(moment)),
        _ => StoredValue.ToColumn(value),
    };

    public static decimal Round(decimal number, int digits)
    {
        if (digits >= 0)
            return Math.Round(number, Math.Min(digits, 28), MidpointRounding.AwayFromZero);
        var unit = Power(10, Math.Min(-digits, 28));
        return Math.Round(number / unit, MidpointRounding.AwayFromZero) * unit;
    }

    public static decimal Power(decimal number, int exponent)
    {
        var result = 1m;
        for (var i = 0; i < exponent; i++)
            result *= number;
        return result;
    }

    private static decimal Number(object? column) => column switch
    {
        long whole => whole,
        double number when Math.Abs(number) < 7.9e28 => Exact(number),
        _ => throw new FormulaValueException("a number is too large"),
    };

    // The plain conversion keeps 15 digits, which is enough for nearly all numbers.
    private static decimal Exact(double number)
    {
        var exact = (decimal)number;
        return (double)exact == number
            ? exact
            : decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
