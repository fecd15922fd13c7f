using System.Xml;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Soap;

/// <summary>A message read up to its operation; the arguments are read by the operation itself.</summary>
internal sealed class SoapRequest : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private SoapRequest(XmlReader reader, SoapHeaders headers)
    {
        Arguments = reader;
        Headers = headers;
        Operation = reader.LocalName;
        OperationNamespace = reader.NamespaceURI;
    }

    public string Operation { get; }

    public string OperationNamespace { get; }

    public SoapHeaders Headers { get; }

    /// <summary>Stands on the operation's element.</summary>
    public XmlReader Arguments { get; }

    public static SoapRequest Parse(PooledStream message)
    {
        var reader = XmlInput.Open(message.OpenRead(), Settings);
        try
        {
            reader.MoveToContent();
            if (reader.LocalName != "Envelope" || reader.NamespaceURI != SoapNames.Envelope)
                throw new SoapException("Client", $"unexpected element: {{{reader.NamespaceURI}}}{reader.LocalName}");
            reader.Read();
            reader.MoveToContent();
            var headers = new SoapHeaders();
            if (IsPart(reader, "Header"))
            {
                headers = SoapHeaders.Read(reader);
                reader.MoveToContent();
            }

            if (!IsPart(reader, "Body") || reader.IsEmptyElement)
                throw new SoapException("Client", "The message has no body.");
            reader.Read();
            if (reader.MoveToContent() != XmlNodeType.Element)
                throw new SoapException("Client", "The message has no operation.");
            return new SoapRequest(reader, headers);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose() => Arguments.Dispose();

    private static bool IsPart(XmlReader reader, string name) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName == name && reader.NamespaceURI == SoapNames.Envelope;
}
