using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Rest;

/// <summary>The value of a field in JSON: numbers and booleans as such, everything else as text.</summary>
internal static class JsonField
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-ddK"];
    private static readonly string[] Times = ["HH:mm:ssK", "HH:mm:ss.FFFFFFFK", "HH:mmK"];
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>False where the text is none that a field of its type holds.</summary>
    public static bool Fits(EncodedField field) => field.Type switch
    {
        FieldType.Boolean => field.Text is "true" or "false",
        FieldType.Int => int.TryParse(field.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldType.Long => long.TryParse(field.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldType.Double or FieldType.Currency or FieldType.Percent => InvariantNumber.IsPlain(field.Text),
        FieldType.Date => IsMoment(field.Text, Dates),
        FieldType.DateTime => IsMoment(field.Text, Instants),
        FieldType.Time => TryParse(field.Text, Times, out _),
        FieldType.Base64 => Base64.IsValid(field.Text),
        _ => true,
    };

    public static void Write(Utf8JsonWriter writer, EncodedField field)
    {
        if (field.Type is FieldType.Boolean)
            writer.WriteBoolean(field.Name, field.Text == "true");
        else if (field.Type is FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent)
        {
            writer.WritePropertyName(field.Name);
            writer.WriteRawValue(field.Text, skipInputValidation: true);
        }
        else
            writer.WriteString(field.Name, field.Text);
    }

    /// <summary>Salesforce's calendar goes from 1700 to 4000 (SOQL and SOSL Reference, "Date Formats and Date Literals").</summary>
    private static bool IsMoment(string text, string[] formats) => TryParse(text, formats, out var moment) && moment.Year is >= 1700 and <= 4000;

    private static bool TryParse(string text, string[] formats, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
}
