using System.Xml;
using System.Xml.Linq;
using static SalesforcePS.Build.Help.Maml;

namespace SalesforcePS.Build.Help;

/// <summary>The help file in MAML, the format that Get-Help reads for compiled cmdlets.</summary>
internal static class MamlDocument
{
    public static string Write(IEnumerable<(CmdletFacts Cmdlet, CmdletPage Page)> help)
    {
        var root = new XElement(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            help.Select(pair => Command(pair.Cmdlet, pair.Page)));
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            root.Save(writer);
        return text + "\n";
    }

    private static XElement Command(CmdletFacts cmdlet, CmdletPage page) => new(
        Cmd + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Text.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "command", Cmd.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dev", Dev.NamespaceName),
        new XElement(
            Cmd + "details",
            new XElement(Cmd + "name", cmdlet.Name),
            new XElement(Cmd + "verb", cmdlet.Verb),
            new XElement(Cmd + "noun", cmdlet.Noun),
            Description(page.Synopsis)),
        Description(page.Description),
        new XElement(Cmd + "syntax", cmdlet.Sets.Select(set => MamlParameter.SyntaxItem(cmdlet, set))),
        new XElement(Cmd + "parameters", cmdlet.Parameters.Select(parameter => MamlParameter.Full(parameter, page))),
        new XElement(Cmd + "inputTypes", page.Inputs.Select(entry => TypeEntry("inputType", entry))),
        new XElement(Cmd + "returnValues", page.Outputs.Select(entry => TypeEntry("returnValue", entry))),
        new XElement(Text + "alertSet", new XElement(Text + "alert", Paragraphs(page.Notes))),
        new XElement(Cmd + "examples", page.Examples.Select(Example)),
        new XElement(Cmd + "relatedLinks", page.Links.Select(Link)));

    private static XElement TypeEntry(string element, PageEntry entry) => new(
        Cmd + element,
        new XElement(Dev + "type", new XElement(Text + "name", entry.Title)),
        Description(entry.Text));

    private static XElement Example(PageEntry example, int index) => new(
        Cmd + "example",
        new XElement(Text + "title", $"-------- Example {index + 1}: {example.Title} --------"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Paragraphs(example.Text)));

    private static XElement Link(PageLink link) => new(
        Text + "navigationLink",
        new XElement(Text + "linkText", link.Text),
        new XElement(Text + "uri", link.Uri));
}
