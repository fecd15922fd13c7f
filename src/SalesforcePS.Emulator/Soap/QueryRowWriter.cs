using System.Xml;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soap;

/// <summary>Writes pages of query results as SOAP shows them.</summary>
internal sealed class QueryRowWriter(XmlWriter writer, Func<string, string, byte[]> readBlob)
{
    public void WritePage(QueryPage page)
    {
        writer.WriteTypeAttribute("QueryResult");
        writer.Boolean("done", page.Done);
        writer.TextOrNil("queryLocator", page.Locator);
        foreach (var row in page.Rows)
        {
            writer.Start("records");
            WriteRow(row);
            writer.WriteEndElement();
        }

        writer.Number("size", (int)page.TotalSize);
    }

    public void WriteRow(QueryRow row)
    {
        SObjectWriter.WriteStart(writer, row.TypeName, IsIdAsked(row.Shape) ? row.Id : null);
        foreach (var item in row.Shape.Items)
        {
            switch (item)
            {
                case FieldItem field:
                    WriteField(row, field);
                    break;
                case CompoundItem compound:
                    FieldWriter.Write(writer, compound.Name, row.IsEmpty(compound) ? null : ToValue(row, compound));
                    break;
                case ParentItem parent:
                    WriteParent(parent.Name, row.Parent(parent));
                    break;
                case ChildItem child:
                    WriteChildren(child.Name, row.Children(child));
                    break;
            }
        }
    }

    private void WriteField(QueryRow row, FieldItem field)
    {
        var value = row.Value(field);
        if (field.Type == FieldType.Base64 && value is not null)
            FieldWriter.Write(writer, field.Name, readBlob(row.Id!, field.Name));
        else if (row.Shape.IsAggregate)
            FieldWriter.WriteTyped(writer, field.Name, value);
        else
            FieldWriter.Write(writer, field.Name, value);
    }

    private void WriteParent(string name, QueryRow? parent)
    {
        writer.WriteStartElement(name, SoapNames.SObject);
        if (parent is { } row)
            WriteRow(row);
        else
            writer.WriteNilAttribute();
        writer.WriteEndElement();
    }

    private void WriteChildren(string name, QueryPage? children)
    {
        writer.WriteStartElement(name, SoapNames.SObject);
        if (children is null)
            writer.WriteNilAttribute();
        else
            WritePage(children);
        writer.WriteEndElement();
    }

    private static bool IsIdAsked(RowShape shape)
    {
        foreach (var item in shape.Items)
        {
            if (item is FieldItem { Name: SystemFields.Id })
                return true;
        }

        return false;
    }

    private static CompoundValue ToValue(QueryRow row, CompoundItem compound) =>
        new([.. compound.Parts.Select(part => KeyValuePair.Create(part.Name, row.Value(part)))]);
}
