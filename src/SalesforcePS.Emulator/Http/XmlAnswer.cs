using System.Text;
using System.Text.Json;
using System.Xml;

namespace SalesforcePS.Emulator.Http;

/// <summary>An answer in XML in place of JSON: each member an element, those of "attributes" attributes, a list repeated elements.</summary>
internal static class XmlAnswer
{
    public const string ContentType = "application/xml;charset=UTF-8";

    private const string Attributes = "attributes";
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false, NewLineHandling = NewLineHandling.Entitize };

    public static void Write(PooledStream target, ReadOnlyMemory<byte> json, XmlRoot root)
    {
        using var document = JsonDocument.Parse(json);
        using var writer = XmlWriter.Create(target, Settings);
        writer.WriteStartDocument();
        writer.WriteStartElement(root.ElementFor(document.RootElement));
        writer.WriteAttributeString("xmlns", "xsi", null, SchemaInstance);
        if (document.RootElement.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in document.RootElement.EnumerateArray())
                WriteElement(writer, root.ItemElementFor(item), item);
        }
        else
        {
            WriteContent(writer, document.RootElement);
        }

        writer.WriteEndElement();
    }

    private static void WriteElement(XmlWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                WriteElement(writer, name, item);
            return;
        }

        writer.WriteStartElement(XmlConvert.EncodeLocalName(name));
        WriteContent(writer, value);
        writer.WriteEndElement();
    }

    private static void WriteContent(XmlWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(writer, value);
                break;
            case JsonValueKind.Null:
                writer.WriteAttributeString("xsi", "nil", SchemaInstance, "true");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteString(value.GetRawText());
                break;
            default:
                writer.WriteString(Clean(value.ToString()));
                break;
        }
    }

    private static void WriteMembers(XmlWriter writer, JsonElement record)
    {
        var members = record.EnumerateObject().ToList();
        foreach (var attribute in members.Where(IsAttributes).SelectMany(member => member.Value.EnumerateObject()))
            writer.WriteAttributeString(attribute.Name, attribute.Value.ToString());
        foreach (var member in members.Where(member => !IsAttributes(member)))
            WriteElement(writer, member.Name, member.Value);
    }

    private static bool IsAttributes(JsonProperty member) => member.NameEquals(Attributes) && member.Value.ValueKind == JsonValueKind.Object;

    /// <summary>Leaves out what XML 1.0 cannot carry.</summary>
    private static string Clean(string text) => new([.. text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))]);
}
