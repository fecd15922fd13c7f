using System.Xml;
using System.Xml.Linq;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Soap;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Records as &lt;sObjects&gt;&lt;sObject&gt;...; whatever namespace a client puts them in.</summary>
internal static class XmlBatchReader
{
    private const string Record = "sObject";

    private static readonly XName Nil = XName.Get("nil", SoapNames.SchemaInstance);

    public static IReadOnlyList<RecordInput> Read(Stream content, string type)
    {
        try
        {
            using var reader = XmlInput.Open(content, AsyncXml.ReaderSettings);
            var root = XDocument.Load(reader).Root!;
            if (root.Name.LocalName != "sObjects")
                throw UnreadableBatch.Because($"expected sObjects, but found {root.Name.LocalName}");
            return [.. root.Elements().Where(element => element.Name.LocalName == Record).Select(element => ReadRecord(element, type))];
        }
        catch (XmlException exception)
        {
            throw UnreadableBatch.Because(exception.Message);
        }
    }

    private static RecordInput ReadRecord(XElement record, string type)
    {
        string? id = null;
        var fields = new List<FieldInput>();
        foreach (var member in record.Elements())
        {
            var name = member.Name.LocalName;
            if (name.Equals("Id", StringComparison.OrdinalIgnoreCase))
                id = member.Value;
            else if (Parent(member) is { } parent)
                fields.Add(new FieldInput(name, ReadForeignKey(name, parent)));
            else if (IsNil(member))
                fields.Add(new FieldInput(name, null));
            else if (name != "type" && member.Value.Length > 0)
                fields.Add(new FieldInput(name, member.Value));
        }

        return new RecordInput(type, id, fields);
    }

    /// <summary>&lt;Account&gt;&lt;sObject&gt;&lt;Key__c&gt;K-1&lt;/Key__c&gt;&lt;/sObject&gt;&lt;/Account&gt;</summary>
    private static ForeignKey ReadForeignKey(string name, XElement parent)
    {
        string? type = null;
        XElement? key = null;
        foreach (var member in parent.Elements())
        {
            if (member.Name.LocalName == "type")
                type = member.Value;
            else if (key is null)
                key = member;
            else
                throw UnreadableBatch.Because($"the foreign key reference {name} must name exactly one field");
        }

        return key is null
            ? throw UnreadableBatch.Because($"the foreign key reference {name} names no external id")
            : new ForeignKey(type, key.Name.LocalName, key.Value);
    }

    private static XElement? Parent(XElement member) => member.Elements().FirstOrDefault(element => element.Name.LocalName == Record);

    private static bool IsNil(XElement member) => member.Attribute(Nil) is { Value: "true" or "1" };
}
