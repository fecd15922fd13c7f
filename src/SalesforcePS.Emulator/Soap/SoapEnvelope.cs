using System.Xml;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap;

internal static class SoapEnvelope
{
    public static void WriteStart(XmlWriter writer, string operation, ApiUsage? usage)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("soapenv", "Envelope", SoapNames.Envelope);
        writer.WriteAttributeString("xmlns", SoapNames.Partner);
        writer.WriteAttributeString("xmlns", "sf", null, SoapNames.SObject);
        writer.WriteAttributeString("xmlns", "xsi", null, SoapNames.SchemaInstance);
        writer.WriteAttributeString("xmlns", "xsd", null, SoapNames.Schema);
        if (usage is not null)
            WriteLimitInfo(writer, usage);
        writer.WriteStartElement("Body", SoapNames.Envelope);
        writer.Start(operation + "Response");
    }

    public static void WriteEnd(XmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteLimitInfo(XmlWriter writer, ApiUsage usage)
    {
        writer.WriteStartElement("Header", SoapNames.Envelope);
        writer.Start("LimitInfoHeader");
        writer.Start("limitInfo");
        writer.Number("current", usage.Used);
        writer.Number("limit", usage.Limit);
        writer.Text("type", "API REQUESTS");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
