using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SalesforcePS.Build.Help;

internal static class PageReader
{
    private const string DefaultMark = "Default: ";

    // Without it a <placeholder> in a sentence would be taken for a tag and lost.
    private static readonly MarkdownPipeline WithoutHtml = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static CmdletPage Read(string markdown)
    {
        var document = Markdown.Parse(markdown, WithoutHtml);
        var title = document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1);
        var sections = Unique(Split(document, 2), part => part.Title).ToDictionary(part => part.Title, part => part.Blocks);
        return new CmdletPage(PlainText.Words(title?.Inline))
        {
            Synopsis = Text(Section("Synopsis")),
            Description = Text(Section("Description")),
            Examples = Entries(Section("Examples")),
            Parameters = Unique(Entries(Section("Parameters")), entry => entry.Title).ToDictionary(entry => entry.Title.TrimStart('-'), Parameter),
            Inputs = Entries(Section("Inputs")),
            Outputs = Entries(Section("Outputs")),
            Notes = Text(Section("Notes")),
            Links = [.. Section("Related links").SelectMany(LinksIn).Select(Link)],
        };

        IEnumerable<T> Unique<T>(IEnumerable<T> parts, Func<T, string> key) =>
            parts.GroupBy(key).Select(group => group.Count() == 1
                ? group.First()
                : throw new BuildException($"The page of {PlainText.Words(title?.Inline)} has the heading '{group.Key}' twice; make them one."));

        List<Block> Section(string name) => sections.GetValueOrDefault(name) ?? [];
    }

    private static IEnumerable<(string Title, List<Block> Blocks)> Split(IEnumerable<Block> blocks, int level)
    {
        (string Title, List<Block> Blocks)? part = null;
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level == level)
            {
                if (part is { } complete)
                    yield return complete;
                part = (PlainText.Words(heading.Inline), []);
            }
            else
            {
                part?.Blocks.Add(block);
            }
        }

        if (part is { } last)
            yield return last;
    }

    private static List<string> Text(IEnumerable<Block> blocks) => [.. blocks.SelectMany(PlainText.Paragraphs)];

    private static List<PageEntry> Entries(List<Block> section) => [.. Split(section, 3).Select(Entry)];

    private static PageEntry Entry((string Title, List<Block> Blocks) part)
    {
        var code = part.Blocks.OfType<CodeBlock>().FirstOrDefault();
        return new PageEntry(part.Title, code is null ? "" : PlainText.Code(code), Text(part.Blocks.Where(block => block != code)));
    }

    private static PageParameter Parameter(PageEntry entry)
    {
        var standard = entry.Text.LastOrDefault(text => text.StartsWith(DefaultMark, StringComparison.Ordinal));
        return new PageParameter([.. entry.Text.Where(text => text != standard)], standard?[DefaultMark.Length..].TrimEnd('.') ?? "None");
    }

    // A list or a quote holds blocks; a paragraph has its links in its text.
    private static IEnumerable<LinkInline> LinksIn(Block block) =>
        block is LeafBlock leaf ? leaf.Inline?.Descendants<LinkInline>() ?? [] : block.Descendants<LinkInline>();

    private static PageLink Link(LinkInline link) => new(string.Concat(link.Select(PlainText.Words)), link.Url ?? "");
}
