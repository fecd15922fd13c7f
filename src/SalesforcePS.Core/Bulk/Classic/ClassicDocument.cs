using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>A document of Bulk 1.0 as elements, whether it came as XML or, about a job of JSON records, as JSON.</summary>
internal static class ClassicDocument
{
    public static readonly XNamespace Bulk = "http://www.force.com/2009/06/asyncapi/dataload";

    /// <param name="root">The name of the root, which JSON does not have.</param>
    /// <param name="item">The name of what is in it, where JSON has a list in its place.</param>
    /// <exception cref="ProtocolException">It is neither, or has another root.</exception>
    public static T Read<T>(byte[] body, string root, string item, Func<XElement, T> read)
    {
        try
        {
            var element = body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? LoadJson(body, root, item) : LoadXml(body);
            return element.Name.LocalName == root ? read(element) : throw new FormatException($"It is a '{element.Name.LocalName}', not a '{root}'.");
        }
        catch (Exception exception) when (exception is XmlException or JsonException or FormatException or OverflowException or ArgumentException)
        {
            throw new ProtocolException($"What Salesforce has of a bulk job could not be read: {exception.Message}", exception);
        }
    }

    private static XElement LoadXml(byte[] body)
    {
        using var reader = SoapXml.CreateReader(new MemoryStream(body));
        return XElement.Load(reader);
    }

    private static XElement LoadJson(byte[] body, string root, string item)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Array
            ? new XElement(Bulk + root, Elements(item, json.RootElement))
            : Elements(root, json.RootElement).Single();
    }

    /// <summary>A list is as many elements of the same name.</summary>
    private static IEnumerable<XElement> Elements(string name, JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany(each => Elements(name, each))
        : [new XElement(Bulk + name, value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(static member => Elements(member.Name, member.Value)),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        })];
}
