namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>What a subrequest asks for; each of composite, batch and graph takes some kinds only.</summary>
internal static class SubrequestResource
{
    public const string SObject = "sobjects";
    public const string Collection = "composite/sobjects";
    public const string Query = "query";
    public const string Limits = "limits";
    public const string Search = "search";

    /// <summary>A resource that stands in no other request.</summary>
    public const string Alone = "alone";
    public const string Other = "";

    public static string Of(string url)
    {
        var segments = url.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        // services, data and the version stand before it.
        return segments.Skip(3).ToArray() switch
        {
            [var first, ..] when Is(first, SObject) => SObject,
            [var first, ..] when Is(first, Query) || Is(first, "queryAll") => Query,
            [var first, ..] when Is(first, Limits) => Limits,
            [var first, ..] when Is(first, Search) || Is(first, "parameterizedSearch") => Search,
            [var first, var second, ..] when Is(first, "composite") && Is(second, SObject) => Collection,
            [var first, ..] when Is(first, "composite") || Is(first, "jobs") => Alone,
            _ => Other,
        };
    }

    private static bool Is(string segment, string name) => segment.Equals(name, StringComparison.OrdinalIgnoreCase);
}
