using System.Text;
using System.Xml;

namespace SalesforcePS.Core.Soap;

/// <summary>Readers and writers as this protocol needs them: no DTD, UTF-8 without a mark, line breaks kept.</summary>
internal static class SoapXml
{
    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        // A trigger's message may hold &#x1;, and must not cost the results of the other records of its answer.
        CheckCharacters = false,
    };

    private static readonly XmlWriterSettings WriterSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // A carriage return must reach the field as it is; XML would fold CR LF into LF.
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static XmlReader CreateReader(Stream stream) => XmlReader.Create(stream, ReaderSettings);

    public static XmlWriter CreateWriter(Stream stream) => XmlWriter.Create(stream, WriterSettings);

    public static bool IsNil(this XmlReader reader) => reader.GetAttribute("nil", SoapNames.Instance) is "true" or "1";

    /// <summary>The text of a simple element; null where it is <c>xsi:nil</c>. Leaves the reader behind the element.</summary>
    public static string? ReadText(this XmlReader reader)
    {
        if (!reader.IsNil())
            return reader.ReadElementContentAsString();
        reader.Skip();
        return null;
    }
}
