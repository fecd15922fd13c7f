using System.Text.Json;
using System.Xml;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Bulk1;

internal static class JobRequestReader
{
    private const string Root = "jobInfo";

    /// <summary>The members that a client may send, in the order of Salesforce's XML schema.</summary>
    private static readonly string[] Names =
        ["id", "operation", "object", "state", "externalIdFieldName", ConcurrencyMode, "contentType", "apiVersion"];

    /// <summary>Guide and clients disagree on where this one stands.</summary>
    private const string AssignmentRuleId = "assignmentRuleId";

    private const string ConcurrencyMode = "concurrencyMode";

    public static JobRequest Read(PooledStream body, AnswerFormat format)
    {
        try
        {
            return new JobRequest(format == AnswerFormat.Json ? ReadJson(body) : ReadXml(body));
        }
        catch (XmlException exception)
        {
            throw AsyncErrors.MalformedXml(exception.Message);
        }
        catch (JsonException exception)
        {
            throw AsyncErrors.MalformedJson(exception.Message);
        }
    }

    private static Dictionary<string, string> ReadXml(PooledStream body)
    {
        using var reader = XmlInput.Open(body.OpenRead(), AsyncXml.ReaderSettings);
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.MoveToContent();
        reader.ReadStartElement(Root, AsyncXml.Namespace);
        var last = -1;
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            var name = reader.LocalName;
            var place = Array.IndexOf(Names, name);
            if (reader.NamespaceURI != AsyncXml.Namespace || (name != AssignmentRuleId && place <= last))
                throw AsyncErrors.MalformedXml($"Element {{{reader.NamespaceURI}}}{name} invalid at this location");
            last = Math.Max(last, place);
            members[name] = reader.ReadElementContentAsString().Trim();
        }

        return members;
    }

    private static Dictionary<string, string> ReadJson(PooledStream body)
    {
        using var document = StrictJson.Parse(body.WrittenMemory);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw AsyncErrors.MalformedJson("a job is a JSON object");
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (!Names.Contains(member.Name) && member.Name != AssignmentRuleId)
                throw AsyncErrors.MalformedJson($"Unrecognized field \"{member.Name}\"");
            if (member.Value.ValueKind != JsonValueKind.Null)
                members[member.Name] = member.Name == ConcurrencyMode ? ReadMode(member.Value) : member.Value.ToString();
        }

        return members;
    }

    /// <summary>An org also takes the mode's place in its list: clients such as simple-salesforce send 0 and 1.</summary>
    private static string ReadMode(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var place) && JobRequest.ConcurrencyModes.ElementAtOrDefault(place) is { } mode
            ? mode
            : value.ToString();
}
