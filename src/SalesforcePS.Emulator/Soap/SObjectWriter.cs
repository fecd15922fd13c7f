using System.Xml;

namespace SalesforcePS.Emulator.Soap;

/// <summary>
/// A record of an answer. Its Id comes twice when it was asked for, once by the schema of sObject and once as a
/// field, and else once as nil (SOAP API guide, queries and the partner WSDL).
/// </summary>
internal static class SObjectWriter
{
    public static void WriteStart(XmlWriter writer, string typeName, string? id)
    {
        writer.WriteTypeAttribute("sf:sObject");
        writer.WriteElementString("type", SoapNames.SObject, typeName);
        FieldWriter.Write(writer, "Id", id);
    }
}
