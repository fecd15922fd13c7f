using System.Globalization;
using System.Xml;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Writing;

/// <summary>Text that XML can carry. A control character would break the whole request, so its record is refused before.</summary>
internal static class XmlText
{
    public static string Check(string name, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }
            var code = ((int)text[i]).ToString("X4", CultureInfo.InvariantCulture);
            throw RecordException.From("INVALID_VALUE", $"The property '{name}' has the character U+{code} at position {i + 1}, which XML, and with it SOAP, cannot carry. Remove it.", name);
        }
        return text;
    }
}
