using System.Xml;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soap;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Rows of a query as &lt;records xsi:type="sObject"&gt;.</summary>
internal static class QueryXmlWriter
{
    public const string Root = "queryResult";

    private const string RecordType = "sObject";

    public static void Write(XmlWriter writer, IReadOnlyList<QueryRow> rows)
    {
        foreach (var row in rows)
            WriteRecord(writer, "records", row);
    }

    private static void WriteRecord(XmlWriter writer, string name, QueryRow? record)
    {
        writer.WriteStartElement(name, AsyncXml.Namespace);
        if (record is { } row)
        {
            writer.WriteTypeAttribute(RecordType);
            writer.WriteElementString("type", AsyncXml.Namespace, row.TypeName);
            if (!row.Shape.Items.Any(item => item is FieldItem { Name: SystemFields.Id }))
                WriteNil(writer, SystemFields.Id);
            foreach (var item in row.Shape.Items)
                WriteItem(writer, row, item);
        }
        else
        {
            writer.WriteNilAttribute();
        }

        writer.WriteEndElement();
    }

    private static void WriteItem(XmlWriter writer, QueryRow row, RowItem item)
    {
        if (item is ParentItem parent)
            WriteRecord(writer, parent.Name, row.Parent(parent));
        else if (item is FieldItem field && row.Value(field) is { } value)
            writer.WriteElementString(field.Name, AsyncXml.Namespace, SoapText.Of(value));
        else
            WriteNil(writer, item.Name);
    }

    private static void WriteNil(XmlWriter writer, string name)
    {
        writer.WriteStartElement(name, AsyncXml.Namespace);
        writer.WriteNilAttribute();
        writer.WriteEndElement();
    }
}
