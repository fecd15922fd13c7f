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
            return [];
        }

        var depth = reader.Depth;
        reader.Read();
        return reader.RestOfChildren(depth);
    }

    /// <summary>The same for a reader that is already inside of the element at this depth.</summary>
    public static IEnumerable<XmlReader> RestOfChildren(this XmlReader reader, int depth)
    {
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
    public static string? Text(this XmlReader reader) => reader.TryText(out var text) ? text : throw Unexpected(reader);

    /// <summary>The text of the current element; false when it has child elements: the reader stands at the first one then.</summary>
    public static bool TryText(this XmlReader reader, out string? text)
    {
        text = null;
        if (reader.IsNil())
        {
            reader.Skip();
            return true;
        }

        text = "";
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return true;
        }

        StringBuilder? longer = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                return string.IsNullOrWhiteSpace(longer?.ToString() ?? text) ? false : throw Unexpected(reader);
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            if (text.Length == 0)
                text = reader.Value;
            else
                (longer ??= new StringBuilder(text)).Append(reader.Value);
        }

        reader.Read();
        text = longer?.ToString() ?? text;
        return true;
    }

    public static bool IsNil(this XmlReader reader) =>
        reader.GetAttribute("nil", SoapNames.SchemaInstance) is "true" or "1";

    private static SoapException Unexpected(XmlReader reader) =>
        new("Client", $"unexpected element: {{{reader.NamespaceURI}}}{reader.LocalName}");
}
