using System.Xml;

namespace SalesforcePS.Core.Soap;

/// <summary>Writes a header block. The WSDL wants all members of a header; those not meant are nil.</summary>
internal static class SoapHeader
{
    public static void Write(XmlWriter writer, string name, params (string Name, string? Value)[] members)
    {
        writer.WriteStartElement(name, SoapNames.Partner);
        foreach (var (member, value) in members)
        {
            writer.WriteStartElement(member, SoapNames.Partner);
            if (value is null)
                writer.WriteAttributeString("nil", SoapNames.Instance, "true");
            else
                writer.WriteString(value);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }
}
