using System.Net;
using System.Text;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Searching;

/// <summary>Marks the words that a search found, and cuts snippets around them (SOSL reference, "WITH HIGHLIGHT", "WITH SNIPPET").</summary>
internal sealed class Highlighter
{
    /// <summary>Records of one object that are marked.</summary>
    private const int MaximumRecords = 25;

    /// <summary>Snippets come with few results only.</summary>
    private const int MaximumWithSnippets = 20;

    private static readonly HashSet<string> Highlighted = ["Account", "Campaign", "Contact", "Lead", "Opportunity", "User"];
    private static readonly HashSet<string> Snipped = ["Case", "CaseComment"];

    private readonly SearchOptions options;
    private readonly HashSet<string> words;

    public Highlighter(SearchOptions options, SearchTerm? find)
    {
        this.options = options;
        words = find is null ? [] : [.. Words(find)];
    }

    public FoundRecord Mark(QueryRow row, int place, int count)
    {
        var type = row.Shape.Types[0];
        var texts = row.Shape.Items.OfType<FieldItem>().Where(IsMarked).Select(item => (item.Name, Text: row.Cell(item).Text)).ToArray();
        var highlights = options.Highlight && place < MaximumRecords && (type.Custom || Highlighted.Contains(type.Name))
            ? texts.Where(text => Contains(text.Text)).Select(text => KeyValuePair.Create($"highlight.{text.Name}", Marked(text.Text!))).ToArray()
            : [];
        var snippet = options.SnippetLength is { } length && count <= MaximumWithSnippets && Snipped.Contains(type.Name)
            ? texts.Where(text => Contains(text.Text)).Select(text => Marked(Cut(text.Text!, length))).FirstOrDefault()
            : null;
        return new FoundRecord(row, highlights, snippet);
    }

    private static bool IsMarked(FieldItem item) => item.Type is FieldType.String or FieldType.TextArea or FieldType.Email;

    private bool Contains(string? text) => text is not null && WordBreaker.Split(text).Any(word => words.Contains(word.Word));

    /// <summary>Words with wildcards are not marked, nor are those that must not be there.</summary>
    private static IEnumerable<string> Words(SearchTerm term) => term switch
    {
        SearchText text => WordBreaker.Split(text.Text).Select(word => word.Word).Where(word => !word.Any(Wildcard.Is)),
        SearchLogical logical => logical.Operands().SelectMany(Words),
        SearchExclusion exclusion => Words(exclusion.Left),
        _ => [],
    };

    private string Marked(string text)
    {
        var marked = new StringBuilder();
        var end = 0;
        foreach (var (_, place) in WordBreaker.Split(text).Where(word => words.Contains(word.Word)))
        {
            marked.Append(WebUtility.HtmlEncode(text[end..place.Start.Value])).Append("<mark>").Append(text[place]).Append("</mark>");
            end = place.End.Value;
        }
        return marked.Append(WebUtility.HtmlEncode(text[end..])).ToString();
    }

    /// <summary>About so many characters, from before the first word that was found.</summary>
    private string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var first = WordBreaker.Split(text).First(word => words.Contains(word.Word)).Place.Start.Value;
        var start = Math.Clamp(first - (length / 4), 0, text.Length - length);
        return text.Substring(start, length);
    }
}
