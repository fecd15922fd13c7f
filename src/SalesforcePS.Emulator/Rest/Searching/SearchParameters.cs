using System.Text;

namespace SalesforcePS.Emulator.Rest.Searching;

/// <summary>A search without SOSL of the client's own; SOSL is made of it (REST API guide, "Parameterized Search").</summary>
internal sealed record SearchParameters(string Text, IReadOnlyList<SearchedObject> Objects)
{
    /// <summary>Wildcards, quotation marks, brackets and escapes keep their meaning.</summary>
    private const string Escaped = "&|![]^~:'+-{}";

    public string? In { get; init; }

    public string? Fields { get; init; }

    public string? DefaultLimit { get; init; }

    public string? OverallLimit { get; init; }

    public string? Offset { get; init; }

    public string? PricebookId { get; init; }

    public bool Labels { get; init; }

    public string? SnippetLength { get; init; }

    public string ToSosl()
    {
        if (Text.Length == 0)
            throw new ApiException("MALFORMED_SEARCH", "No search term found.");
        var sosl = new StringBuilder("FIND {").Append(Escape(Text)).Append("} IN ").Append(In ?? "ALL").Append(" FIELDS");
        if (Objects.Count > 0)
            sosl.Append(" RETURNING ").AppendJoin(", ", Objects.Select(Returned));
        if (PricebookId is not null)
            sosl.Append(" WITH PricebookId = '").Append(PricebookId.Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');
        if (SnippetLength is not null)
            sosl.Append(" WITH SNIPPET (target_length = ").Append(SnippetLength).Append(')');
        if (Labels)
            sosl.Append(" WITH METADATA = 'LABELS'");
        if (OverallLimit is not null)
            sosl.Append(" LIMIT ").Append(OverallLimit);
        return sosl.ToString();
    }

    private string Returned(SearchedObject item)
    {
        var clauses = new StringBuilder(item.Fields ?? Fields ?? "Id");
        Append(" WHERE ", item.Where);
        Append(" ORDER BY ", item.OrderBy);
        Append(" LIMIT ", item.Limit ?? DefaultLimit);
        Append(" OFFSET ", Offset);
        return $"{item.Name}({clauses})";

        void Append(string clause, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                clauses.Append(clause).Append(value);
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length)
                escaped.Append(text[index++]);
            else if (Escaped.Contains(text[index], StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(text[index]);
        }
        return escaped.ToString();
    }
}
