using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>The standard buttons that a user can use, and custom ones.</summary>
internal static class ButtonDescription
{
    public static IReadOnlyList<WebLinkDefinition> Standard(SObjectType type)
    {
        (string Name, string Label, bool IsThere)[] buttons =
        [
            ("Edit", "Edit", type.Updateable),
            ("Delete", "Delete", type.Deletable),
            ("Clone", "Clone", type.Createable),
            ("ChangeOwnerOne", "Change Owner", type.FindField(SystemFields.OwnerId) is { Updateable: true }),
        ];
        return [.. buttons.Where(button => button.IsThere).Select(button => new WebLinkDefinition(button.Name, button.Label))];
    }

    public static void Write(DescribeWriter writer, WebLinkDefinition button, bool isCustom)
    {
        writer.Optional("behavior", button.OpenType);
        writer.Optional("colors", null);
        writer.Optional("content", button.Page);
        writer.Optional("contentSource", button.LinkType);
        writer.Flag("custom", isCustom);
        writer.Optional("encoding", button.EncodingKey);
        writer.OptionalNumber("height", button.Height);
        writer.Optional("icons", null);
        writer.Text("label", button.Label);
        writer.Flag("menubar", button.HasMenubar);
        writer.Text("name", button.Name);
        writer.Flag("overridden", false);
        writer.Flag("resizeable", button.IsResizable);
        writer.Flag("scrollbars", button.HasScrollbars);
        writer.Flag("showsLocation", button.ShowsLocation);
        writer.Flag("showsStatus", button.ShowsStatus);
        writer.Flag("toolbar", button.HasToolbar);
        writer.Optional("url", button.Url);
        writer.OptionalNumber("width", button.Width);
        writer.Optional("windowPosition", button.Position);
    }

    /// <summary>Standard ones first.</summary>
    public static void WriteAll(
        DescribeWriter writer, string name, IEnumerable<WebLinkDefinition> standard, IReadOnlySet<string> excluded, IReadOnlyList<WebLinkDefinition> custom) =>
        writer.Items(name, standard.Where(button => !excluded.Contains(button.Name)).Concat(custom), button => Write(writer, button, custom.Contains(button)));
}
