using System.Text;
using System.Xml;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Soap;

namespace SalesforcePS.Emulator.Bulk1;

internal static class AsyncXml
{
    public const string Namespace = "http://www.force.com/2009/06/asyncapi/dataload";

    public const string ContentType = "application/xml";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false, NewLineHandling = NewLineHandling.Entitize };

    public static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static void WriteDocument(PooledStream output, string root, Action<XmlWriter> write)
    {
        using var writer = XmlWriter.Create(output, Settings);
        writer.WriteStartElement(root, Namespace);
        write(writer);
        writer.WriteEndElement();
    }

    /// <summary>Writes the members; those without a value are left out, as the schema allows.</summary>
    public static void WriteMembers(XmlWriter writer, AsyncElement element)
    {
        foreach (var (name, value) in element.Members)
        {
            if (value is not null)
                writer.WriteElementString(name, Namespace, SoapText.Of(value));
        }
    }
}
