using System.Text;
using System.Xml;

namespace SalesforcePS.Emulator.Soap;

internal static class XmlReaderExtensions
{
    /// <summary>
    /// Steps through the child elements of the current element. Whoever takes one may read it to behind its end or leave
    /// it: what is left is skipped. Afterwards the reader stands behind the end of the current element.
    /// </summary>
    public static IEnumerable<XmlReader> Children(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            yield break;
        }

        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth || reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var lines = (IXmlLineInfo)reader;
            var position = (lines.LineNumber, lines.LinePosition);
            yield return reader;
            if (position == (lines.LineNumber, lines.LinePosition) && reader.NodeType == XmlNodeType.Element)
                reader.Skip();
        }

        reader.Read();
    }

    /// <summary>The text of the current element, null when it is nil; afterwards the reader stands behind its end.</summary>
    public static string? Text(this XmlReader reader)
    {
        if (reader.IsNil())
        {
            reader.Skip();
            return null;
        }

        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var text = "";
        StringBuilder? longer = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                throw new SoapException("Client", $"unexpected element: {{{reader.NamespaceURI}}}{reader.LocalName}");
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            if (text.Length == 0)
                text = reader.Value;
            else
                (longer ??= new StringBuilder(text)).Append(reader.Value);
        }

        reader.Read();
        return longer?.ToString() ?? text;
    }

    public static bool IsNil(this XmlReader reader) =>
        reader.GetAttribute("nil", SoapNames.SchemaInstance) is "true" or "1";
}
