using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The custom buttons and links of an object that its layouts name.</summary>
internal sealed class SourceWebLinks(SourceTree tree)
{
    public IReadOnlyList<WebLinkDefinition> Read(SourceElement element, string objectName) =>
        [.. element.Texts("customButtons").Select(name => Find(element, objectName, name))];

    public WebLinkDefinition Find(SourceElement element, string objectName, string name)
    {
        var component = tree.Objects.FirstOrDefault(source => source.Name.Equals(objectName, StringComparison.OrdinalIgnoreCase))?.WebLinks
            .FirstOrDefault(link => link.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return component is not null
            ? Read(component)
            : throw element.Mistake($"there is no button or link {name} of {objectName} in the folder", "Add its webLink file, or take it off the layout");
    }

    private static WebLinkDefinition Read(SourceComponent component)
    {
        var element = component.Element;
        return new WebLinkDefinition(component.Name, element.Text("masterLabel") ?? component.Name)
        {
            OpenType = element.Text("openType"),
            LinkType = element.Text("linkType"),
            Page = element.Text("page") ?? element.Text("scontrol"),
            EncodingKey = element.Text("encodingKey"),
            Url = element.Text("url"),
            Position = element.Text("position"),
            Height = element.Number("height"),
            Width = element.Number("width"),
            HasMenubar = element.Flag("hasMenubar"),
            HasScrollbars = element.Flag("hasScrollbars"),
            HasToolbar = element.Flag("hasToolbar"),
            IsResizable = element.Flag("isResizable"),
            ShowsLocation = element.Flag("showsLocation"),
            ShowsStatus = element.Flag("showsStatus"),
        };
    }
}
