using System.Text.Json;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Searching;

/// <summary>{"q":"Acme","fields":["id"],"sobjects":[{"name":"Account","limit":10}],"in":"NAME","overallLimit":100}.</summary>
internal static class ParameterBody
{
    public static SearchParameters Read(JsonElement body)
    {
        if (JsonMembers.Find(body, "dataCategories") is not null || JsonMembers.Find(body, "netWorkIds") is not null)
            throw new ApiException("MALFORMED_SEARCH", "dataCategories and netWorkIds need articles or sites, which this org does not have");
        var objects = JsonMembers.Find(body, "sobjects") is null ? [] : JsonMembers.Array(body, "sobjects");
        return new SearchParameters(JsonMembers.Text(body, "q"), [.. objects.Select(ReadObject)])
        {
            In = Scalar(body, "in"),
            Fields = List(body, "fields"),
            DefaultLimit = Scalar(body, "defaultLimit"),
            OverallLimit = Scalar(body, "overallLimit"),
            Offset = Scalar(body, "offset"),
            PricebookId = Scalar(body, "pricebookId"),
            Labels = Scalar(body, "metadata")?.Equals("LABELS", StringComparison.OrdinalIgnoreCase) == true,
            SnippetLength = Scalar(body, "snippet"),
        };
    }

    private static SearchedObject ReadObject(JsonElement item) => new(JsonMembers.Text(item, "name"))
    {
        Fields = List(item, "fields"),
        Where = Scalar(item, "where"),
        OrderBy = List(item, "orderBy"),
        Limit = Scalar(item, "limit"),
    };

    private static string? List(JsonElement owner, string name) => JsonMembers.Find(owner, name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()
        : JsonMembers.Find(owner, name) is null ? null : string.Join(", ", JsonMembers.Array(owner, name).Select(field => field.ToString()));

    private static string? Scalar(JsonElement owner, string name) => JsonMembers.Find(owner, name)?.ToString();
}
