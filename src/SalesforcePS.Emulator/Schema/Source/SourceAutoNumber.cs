using System.Globalization;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The display format and starting number of metadata, as the one format that the schema has.</summary>
internal static class SourceAutoNumber
{
    public static string Read(SourceElement element)
    {
        var format = element.RequiredText("displayFormat");
        var width = format.IndexOf('}', Math.Max(format.IndexOf("{0", StringComparison.Ordinal), 0)) - format.IndexOf("{0", StringComparison.Ordinal) - 1;
        if (!AutoNumber.IsValid(format) || width < 1)
            throw element.Mistake($"the displayFormat '{format}' is not valid", "Write zeros in braces for the number, as in A-{0000}");
        var first = (element.Number("startingNumber") ?? 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        return format.Replace($"{{{new string('0', width)}}}", $"{{{first}}}", StringComparison.Ordinal);
    }
}
