using System.Globalization;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>Values as FORMAT() writes them: $44,000.00 and 4/10/2025, 3:31 PM for a user in the United States.</summary>
internal static class LocalizedText
{
    private const string CurrencySymbol = "$";

    /// <param name="stored">As the database holds it.</param>
    /// <param name="type">Of the field.</param>
    /// <param name="scale">Digits behind the point.</param>
    /// <param name="settings">The user's.</param>
    public static string Of(object stored, FieldType type, int scale, QuerySettings settings) => type switch
    {
        FieldType.Int or FieldType.Long => Convert.ToInt64(stored, CultureInfo.InvariantCulture).ToString("N0", settings.Culture),
        FieldType.Double => Number(stored, scale, settings),
        FieldType.Percent => Number(stored, scale, settings) + "%",
        FieldType.Currency => Currency(stored, scale, settings),
        FieldType.Date => DateOnly.ParseExact((string)stored, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d", settings.Culture),
        FieldType.DateTime => Moment((long)stored, settings),
        FieldType.Time => Spaced(new TimeOnly((long)stored * TimeSpan.TicksPerMillisecond).ToString("t", settings.Culture)),
        FieldType.Boolean => (long)stored == 0 ? "false" : "true",
        _ => (string)stored,
    };

    private static string Number(object stored, int scale, QuerySettings settings) =>
        Convert.ToDouble(stored, CultureInfo.InvariantCulture).ToString($"N{scale}", settings.Culture);

    /// <summary>The place of the symbol is the locale's, the symbol the org's.</summary>
    private static string Currency(object stored, int scale, QuerySettings settings)
    {
        var format = (NumberFormatInfo)settings.Culture.NumberFormat.Clone();
        format.CurrencySymbol = CurrencySymbol;
        format.CurrencyDecimalDigits = scale;
        return Spaced(Convert.ToDouble(stored, CultureInfo.InvariantCulture).ToString("C", format));
    }

    private static string Moment(long milliseconds, QuerySettings settings)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), settings.Zone);
        return Spaced($"{local.ToString("d", settings.Culture)}, {local.ToString("t", settings.Culture)}");
    }

    /// <summary>Newer tables of locales have a narrow space before AM and PM.</summary>
    private static string Spaced(string text) => text.Replace('\u202f', ' ');
}
