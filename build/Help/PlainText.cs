using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SalesforcePS.Build.Help;

/// <summary>Markdown as Get-Help can show it: words without marks.</summary>
internal static class PlainText
{
    public static IEnumerable<string> Paragraphs(Block block) => block switch
    {
        CodeBlock code => [Code(code)],
        LeafBlock leaf => [Words(leaf.Inline)],
        ListBlock list => list.OfType<ListItemBlock>().SelectMany(item => item.SelectMany(Paragraphs).Select(text => "- " + text)),
        ContainerBlock container => container.SelectMany(Paragraphs),
        _ => [],
    };

    public static string Code(CodeBlock code) => code.Lines.ToString().ReplaceLineEndings("\n").TrimEnd();

    public static string Words(Inline? inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline { Url: { } url } link when url.StartsWith("http", StringComparison.Ordinal) => $"{Join(link)} ({url})",
        ContainerInline container => Join(container),
        _ => "",
    };

    private static string Join(ContainerInline container) => string.Concat(container.Select(Words));
}
