using System.Globalization;

namespace SalesforcePS.Emulator.Soap;

/// <summary>Values of requests that the schema gives a type; what is missing, nil or empty has none.</summary>
internal static class SoapInput
{
    public static bool Flag(string? text, string name) => text?.Trim() switch
    {
        null or "" or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw Invalid(text, name),
    };

    public static int? Number(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid(text, name);
    }

    public static SoapException Invalid(string text, string name) => new("Client", $"'{text}' is not a valid value for {name}");
}
