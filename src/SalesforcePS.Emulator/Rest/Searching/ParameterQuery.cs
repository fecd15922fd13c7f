namespace SalesforcePS.Emulator.Rest.Searching;

/// <summary>?q=Acme&amp;sobject=Account&amp;Account.fields=id,name&amp;Account.limit=10.</summary>
internal static class ParameterQuery
{
    public static SearchParameters Read(IQueryCollection query)
    {
        Refuse(query, "dataCategory", "netWorkIds");
        var objects = query["sobject"].SelectMany(names => (names ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(name => new SearchedObject(name)
            {
                Fields = Value(query, $"{name}.fields"),
                Where = Value(query, $"{name}.where"),
                OrderBy = Value(query, $"{name}.orderBy"),
                Limit = Value(query, $"{name}.limit"),
            });
        return new SearchParameters(query["q"].ToString(), [.. objects])
        {
            In = Value(query, "in"),
            Fields = Value(query, "fields"),
            DefaultLimit = Value(query, "defaultLimit"),
            OverallLimit = Value(query, "overallLimit"),
            Offset = Value(query, "offset"),
            PricebookId = Value(query, "pricebookId"),
            Labels = Value(query, "metadata")?.Equals("LABELS", StringComparison.OrdinalIgnoreCase) == true,
            SnippetLength = Value(query, "snippet"),
        };
    }

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    private static void Refuse(IQueryCollection query, params string[] names)
    {
        if (Array.Find(names, name => query.ContainsKey(name)) is { } name)
            throw new ApiException("MALFORMED_SEARCH", $"The parameter {name} needs articles or sites, which this org does not have");
    }
}
