using System.Net.Http.Headers;
using System.Xml;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Soap;

/// <summary>One SOAP 1.1 request and its answer.</summary>
/// <param name="WriteHeader">Writes header blocks beside the session's; null for none.</param>
/// <param name="WriteBody">Writes the operation's element.</param>
internal sealed record SoapCall(RequestSafety Safety, Action<XmlWriter>? WriteHeader, Action<XmlWriter> WriteBody)
{
    /// <summary>What its attempts leave behind, for a caller that asks.</summary>
    public AttemptHistory? Attempts { get; init; }

    /// <summary>Sends to the address that <paramref name="address"/> gives for the session and reads the body's first element on.</summary>
    public Task<T> SendAsync<T>(
        ApiTransport transport, Func<AccessToken?, Uri> address, bool authenticated, ApiUsage? usage, Func<XmlReader, T> read, CancellationToken cancellation) =>
        transport.SendAsync(
            new ApiRequest(authenticated ? ApiCallKind.Soap : ApiCallKind.SignIn, Safety, token => CreateRequest(address(token), token, transport.ClientName)) { Authenticated = authenticated, Attempts = Attempts },
            async (response, cancel) => Read(await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), usage, read),
            cancellation);

    private HttpRequestMessage CreateRequest(Uri address, AccessToken? token, string? clientName)
    {
        var content = new ByteArrayContent(Envelope(token, clientName));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "UTF-8" };
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content, Headers = { { "SOAPAction", "\"\"" } } };
    }

    private byte[] Envelope(AccessToken? token, string? clientName)
    {
        using var buffer = new MemoryStream();
        using (var writer = SoapXml.CreateWriter(buffer))
        {
            writer.WriteStartElement("soapenv", "Envelope", SoapNames.Envelope);
            writer.WriteAttributeString("xmlns", "xsi", null, SoapNames.Instance);
            if (token is not null || WriteHeader is not null)
            {
                writer.WriteStartElement("Header", SoapNames.Envelope);
                if (token is not null)
                {
                    writer.WriteStartElement("SessionHeader", SoapNames.Partner);
                    writer.WriteElementString("sessionId", SoapNames.Partner, token.Value);
                    writer.WriteEndElement();
                    if (clientName is not null)
                        SoapHeader.Write(writer, "CallOptions", ("client", clientName), ("defaultNamespace", null));
                }
                WriteHeader?.Invoke(writer);
                writer.WriteEndElement();
            }
            writer.WriteStartElement("Body", SoapNames.Envelope);
            WriteBody(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private static T Read<T>(byte[] body, ApiUsage? usage, Func<XmlReader, T> read)
    {
        try
        {
            using var reader = SoapXml.CreateReader(new MemoryStream(body));
            reader.MoveToContent();
            reader.ReadStartElement("Envelope", SoapNames.Envelope);
            if (reader.IsStartElement("Header", SoapNames.Envelope))
                SoapLimitInfo.ReadHeader(reader, usage);
            reader.ReadStartElement("Body", SoapNames.Envelope);
            return read(reader);
        }
        catch (Exception exception) when (exception is XmlException or FormatException or InvalidOperationException)
        {
            throw new ProtocolException($"Salesforce's SOAP answer could not be read: {exception.Message}", exception);
        }
    }
}
