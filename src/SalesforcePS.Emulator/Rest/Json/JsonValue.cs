using System.Globalization;
using System.Text.Json;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Json;

/// <summary>Values as REST writes them.</summary>
internal static class JsonValue
{
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                Write(writer, number);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                Write(writer, moment);
                break;
            case TimeOnly time:
                writer.WriteStringValue(time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case CompoundValue compound:
                WriteParts(writer, compound);
                break;
            default:
                throw new ArgumentException($"There is no JSON form of {value.GetType()}.", nameof(value));
        }
    }

    private static void Write(Utf8JsonWriter writer, double number)
    {
        Span<byte> text = stackalloc byte[DoubleText.MaximumLength];
        writer.WriteRawValue(text[..DoubleText.Format(number, text)], skipInputValidation: true);
    }

    private static void Write(Utf8JsonWriter writer, DateTimeOffset moment)
    {
        Span<byte> text = stackalloc byte[MomentText.MaximumLength];
        writer.WriteStringValue(text[..MomentText.FormatDateTime(moment.ToUnixTimeMilliseconds(), text)]);
    }

    private static void WriteParts(Utf8JsonWriter writer, CompoundValue compound)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in compound.Parts)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
