using System.Xml;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary>An sObject of a request. The WSDL fixes the order: type, fieldsToNull, Id (nil where there is none), fields.</summary>
internal static class SObjectElement
{
    public static void Write(XmlWriter writer, string element, EncodedRecord record)
    {
        writer.WriteStartElement(element, SoapNames.Partner);
        writer.WriteElementString("type", SoapNames.SObject, record.ObjectType);
        foreach (var name in record.FieldsToNull)
            writer.WriteElementString("fieldsToNull", SoapNames.SObject, name);
        WriteId(writer, record.Id);
        foreach (var field in record.Fields)
        {
            if (field.Link is { } link)
                WriteLink(writer, link, field);
            else
                writer.WriteElementString(field.Name, SoapNames.SObject, field.Text);
        }
        writer.WriteEndElement();
    }

    private static void WriteLink(XmlWriter writer, EncodedLink link, EncodedField field)
    {
        writer.WriteStartElement(link.Relationship, SoapNames.SObject);
        writer.WriteStartAttribute("type", SoapNames.Instance);
        writer.WriteQualifiedName("sObject", SoapNames.SObject);
        writer.WriteEndAttribute();
        writer.WriteElementString("type", SoapNames.SObject, link.ObjectType);
        WriteId(writer, null);
        writer.WriteElementString(field.Name, SoapNames.SObject, field.Text);
        writer.WriteEndElement();
    }

    private static void WriteId(XmlWriter writer, string? id)
    {
        writer.WriteStartElement("Id", SoapNames.SObject);
        if (id is null)
            writer.WriteAttributeString("nil", SoapNames.Instance, "true");
        else
            writer.WriteString(id);
        writer.WriteEndElement();
    }
}
