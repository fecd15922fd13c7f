using System.Globalization;
using System.Xml;
using SalesforcePS.Emulator.Querying;

namespace SalesforcePS.Emulator.Soap;

/// <summary>Values as the SOAP API writes them.</summary>
internal static class SoapText
{
    public static string Of(object value) => value switch
    {
        string text => Clean(text),
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => DoubleText.Format(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => DateTime(moment),
        TimeOnly time => time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => throw new ArgumentException($"There is no SOAP form of {value.GetType()}.", nameof(value)),
    };

    public static string DateTime(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Leaves out what XML 1.0 cannot carry; it can come in by JSON.</summary>
    public static string Clean(string text)
    {
        foreach (var character in text)
        {
            if (!XmlConvert.IsXmlChar(character) && !char.IsSurrogate(character))
                return new string([.. text.Where(candidate => XmlConvert.IsXmlChar(candidate) || char.IsSurrogate(candidate))]);
        }

        return text;
    }
}
