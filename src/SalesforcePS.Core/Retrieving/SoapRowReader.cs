using System.Xml;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Retrieving;

/// <summary>Reads the sObjects of a SOAP answer into records with the values that REST gives.</summary>
internal sealed class SoapRowReader(SalesforceConnection connection, string objectType, IReadOnlyList<FieldDescription> fields)
{
    private readonly RecordClass recordClass = connection.RecordClasses.Get(objectType, [.. fields.Select(field => field.Name)]);

    /// <summary>Content is not asked for: REST gives its address, and SOAP would send all of it.</summary>
    public IEnumerable<string> FieldsToAskFor => fields.Where(column => column.Type != FieldType.Base64).Select(column => column.Name);

    public IReadOnlyList<SalesforceRecord?> Read(XmlReader reader)
    {
        var records = new List<SalesforceRecord?>();
        reader.MoveToContent();
        if (reader.IsEmptyElement)
            return records;
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
            records.Add(ReadRecord(reader));
        return records;
    }

    private SalesforceRecord? ReadRecord(XmlReader reader)
    {
        if (reader.IsNil())
        {
            reader.Skip();
            return null;
        }
        var values = new object?[fields.Count];
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
        {
            var place = recordClass.Schema.IndexOf(reader.LocalName);
            if (place < 0)
                reader.Skip();
            else if (fields[place].Type is FieldType.Address or FieldType.Location)
                values[place] = ReadCompound(reader);
            else
                values[place] = CsvValue.Read(reader.ReadText() ?? "", fields[place].Type);
        }
        reader.ReadEndElement();
        for (var i = 0; i < values.Length; i++)
        {
            if (fields[i].Type == FieldType.Base64)
                values[i] = $"{connection.RestPath}/sobjects/{objectType}/{values[0]}/{fields[i].Name}";
        }
        return recordClass.Create(values);
    }

    private SalesforceRecord? ReadCompound(XmlReader reader)
    {
        if (reader.IsNil() || reader.IsEmptyElement)
        {
            reader.Skip();
            return null;
        }
        var names = new List<string>();
        var values = new List<object?>();
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
        {
            names.Add(reader.LocalName);
            values.Add(CsvValue.Read(reader.ReadText() ?? "", names[^1] is "latitude" or "longitude" ? FieldType.Double : FieldType.String));
        }
        reader.ReadEndElement();
        return connection.RecordClasses.Get("Compound", names).Create([.. values]);
    }
}
