using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest;

/// <summary>Reads an XML body into the members that the same body has in JSON.</summary>
internal static class XmlBody
{
    private const string Attributes = "attributes";
    private const string RichInput = "richInput";

    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    /// <summary>Lists whose elements are repeated; those of the others stand inside of one element.</summary>
    private static readonly HashSet<string> RepeatedLists = new(StringComparer.Ordinal) { "records", "ids", "fields", "sObjects" };
    private static readonly HashSet<string> WrappedLists = new(StringComparer.Ordinal) { "batchRequests" };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static JsonNode? Read(PooledStream body)
    {
        try
        {
            using var reader = XmlInput.Open(body.OpenRead(), Settings);
            return ToObject(XDocument.Load(reader).Root!);
        }
        catch (XmlException exception)
        {
            throw new ApiException("XML_PARSER_ERROR", exception.Message);
        }
    }

    private static JsonNode? ToNode(XElement element)
    {
        if ((string?)element.Attribute(Nil) is "true" or "1")
            return null;
        if (WrappedLists.Contains(element.Name.LocalName))
            return new JsonArray([.. element.Elements().Select(ToNode)]);
        // A batch has its input inside of an element with the name of the sObject.
        if (element.Name.LocalName == RichInput && element.Elements().Count() == 1 && element.Elements().Single().HasElements)
            return ToObject(element.Elements().Single());
        return element.HasElements || element.Attributes().Any(IsAttribute) ? ToObject(element) : JsonValue.Create(element.Value);
    }

    private static JsonObject ToObject(XElement element)
    {
        var record = new JsonObject();
        var attributes = element.Attributes().Where(IsAttribute).ToList();
        if (attributes.Count > 0)
            record[Attributes] = new JsonObject(attributes.Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, (JsonNode?)attribute.Value)));
        foreach (var group in element.Elements().GroupBy(member => member.Name.LocalName, StringComparer.Ordinal))
        {
            var members = group.ToList();
            record[group.Key] = members.Count > 1 || RepeatedLists.Contains(group.Key)
                ? new JsonArray([.. members.Select(ToNode)])
                : ToNode(members[0]);
        }

        return record;
    }

    private static bool IsAttribute(XAttribute attribute) => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0;
}
