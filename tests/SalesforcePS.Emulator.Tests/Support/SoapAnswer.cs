using System.Net;
using System.Xml.Linq;

namespace SalesforcePS.Emulator.Tests.Support;

internal sealed record SoapAnswer(HttpStatusCode Status, XDocument Message)
{
    public static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    public static readonly XNamespace Partner = "urn:partner.soap.sforce.com";
    public static readonly XNamespace SObject = "urn:sobject.partner.soap.sforce.com";
    public static readonly XNamespace Fault = "urn:fault.partner.soap.sforce.com";
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public IReadOnlyList<XElement> Results => [.. Body.Elements().Elements(Partner + "result")];

    public XElement Result => Results.Single();

    public XElement Body => Message.Root!.Element(Envelope + "Body")!;

    public string FaultCode => FaultElement.Element("faultcode")!.Value;

    public string FaultText => FaultElement.Element("faultstring")!.Value;

    public XElement FaultDetail => FaultElement.Element("detail")!.Elements().Single();

    private XElement FaultElement => Body.Element(Envelope + "Fault")!;
}
