using System.Xml;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Searching;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class SearchOperation(EmulatedOrg org)
{
    private const string HighlightPrefix = "highlight.";

    public void Search(SoapCall call)
    {
        var result = org.Search.Search(call.User, call.ReadText("searchString"));
        var writer = call.Result;
        writer.Start("result");
        writer.Text("queryId", Guid.NewGuid().ToString("N"));
        var rows = new QueryRowWriter(writer, new BlobReader(org).Read);
        foreach (var record in result.Records)
        {
            writer.Start("searchRecords");
            writer.Start("record");
            rows.WriteRow(record.Row);
            writer.WriteEndElement();
            WriteSnippet(writer, record);
            writer.WriteEndElement();
        }
        WriteMetadata(writer, result.Labels);
        writer.WriteEndElement();
    }

    private static void WriteSnippet(XmlWriter writer, FoundRecord record)
    {
        if (record.Snippet is null && record.Highlights.Count == 0)
            return;
        writer.Start("snippet");
        writer.TextIfAny("text", record.Snippet);
        foreach (var (name, value) in record.Highlights)
            WritePair(writer, "wholeFields", name[HighlightPrefix.Length..], value);
        writer.WriteEndElement();
    }

    private static void WriteMetadata(XmlWriter writer, IReadOnlyList<FieldLabels> objects)
    {
        if (objects.Count == 0)
            return;
        writer.Start("searchResultsMetadata");
        foreach (var item in objects)
        {
            writer.Start("entityLabelMetadata");
            foreach (var (name, label) in item.Labels)
                WritePair(writer, "entityFieldLabels", name, label);
            writer.Text("entityName", item.SObject);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void WritePair(XmlWriter writer, string element, string name, string value)
    {
        writer.Start(element);
        writer.Text("name", name);
        writer.Text("value", value);
        writer.WriteEndElement();
    }
}
