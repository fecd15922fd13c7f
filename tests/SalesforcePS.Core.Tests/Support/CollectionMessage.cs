using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>Requests and results of sObject collections in the form of SOAP's, so that one test can ask for both transports.</summary>
internal static class CollectionMessage
{
    public static IReadOnlyList<XElement> Records(SentRequest request)
    {
        if (request.Method == HttpMethod.Delete)
            return [];
        using var json = JsonDocument.Parse(request.Body);
        return [.. json.RootElement.GetProperty("records").EnumerateArray().Select(record => new XElement("sObjects", Fields(record)))];
    }

    public static IReadOnlyList<string> Ids(SentRequest request) =>
        request.Method == HttpMethod.Delete ? WebUtility.UrlDecode(request.Uri.Query).Split("ids=")[1].Split('&')[0].Split(',') : [];

    /// <summary>The results in JSON; they come as the content of SOAP's result elements.</summary>
    public static string Results(IEnumerable<string> results) => JsonSerializer.Serialize(results.Select(result => Result(
        XElement.Parse($"""<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{result}</r>"""))));

    private static Dictionary<string, object?> Result(XElement result)
    {
        var json = new Dictionary<string, object?>
        {
            ["success"] = (bool)result.Element("success")!,
            ["errors"] = result.Elements("errors").Select(error => new Dictionary<string, object?>
            {
                ["statusCode"] = error.Element("statusCode")!.Value,
                ["message"] = error.Element("message")!.Value,
                ["fields"] = error.Elements("fields").Select(field => field.Value),
            }),
        };
        if (result.Element("id") is { IsEmpty: false } id)
            json["id"] = id.Value;
        if (result.Element("created") is { } created)
            json["created"] = (bool)created;
        return json;
    }

    private static IEnumerable<XElement> Fields(JsonElement record) =>
        from property in record.EnumerateObject()
        where property.Name != "attributes"
        select new XElement(SentRequest.SObject + (property.Name == "id" ? "Id" : property.Name), property.Value.ToString());
}
