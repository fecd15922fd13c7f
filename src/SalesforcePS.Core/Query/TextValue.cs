using System.Globalization;

namespace SalesforcePS.Core.Query;

/// <summary>Dates and times as Salesforce writes them.</summary>
internal static class TextValue
{
    private static readonly string[] DateTimeFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static DateTimeOffset DateTime(string text)
    {
        // +0100 -> +01:00
        var withColon = (text.Length > 5 && text[^5] is '+' or '-') ? text.Insert(text.Length - 2, ":") : text;
        return DateTimeOffset.ParseExact(withColon, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>A time of day, <c>10:30:00.000Z</c>.</summary>
    public static TimeSpan Time(string text) => TimeSpan.Parse(text.TrimEnd('Z'), CultureInfo.InvariantCulture);
}
