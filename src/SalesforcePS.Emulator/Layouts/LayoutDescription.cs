using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>The layouts of an object as its user sees them, for describeLayout in SOAP and describe/layouts in REST.</summary>
/// <param name="writer">Where the description goes.</param>
/// <param name="org">The objects of the org.</param>
/// <param name="access">What the user may see of them.</param>
/// <param name="type">The object as the user sees it.</param>
/// <param name="root">The versioned REST path that URLs start with.</param>
internal sealed class LayoutDescription(DescribeWriter writer, OrgSchema org, UserAccess access, SObjectType type, string root)
{
    /// <summary>All of the object, or what is for the record types that are named.</summary>
    public void WriteAll(IReadOnlyList<RecordTypeDefinition> recordTypes)
    {
        // REST gives layouts by record type where there are several (REST API guide, sObject layouts).
        if (writer.IsRest && type.RecordTypes.Count > 1)
            writer.Optional("layouts", null);
        else
            writer.Items("layouts", recordTypes.Select(LayoutFor).DistinctBy(layout => layout.Name), Write);
        new RecordTypeMappings(writer, type, root).Write(recordTypes, recordType => PageId.Of(PageId.Layout, LayoutFor(recordType).Name));
        writer.Flags("recordTypeSelectorRequired", [type.RecordTypes.Count(recordType => recordType.Active) > 1]);
    }

    /// <summary>The layout of one record type.</summary>
    public void Write(RecordTypeDefinition recordType) => Write(LayoutFor(recordType));

    private PageLayout LayoutFor(RecordTypeDefinition recordType) => type.Layouts.PageFor(recordType.DeveloperName) ?? DefaultLayout.Of(org, org.Find(type.Name)!);

    private void Write(PageLayout layout)
    {
        var buttons = ButtonDescription.Standard(type);
        if (buttons.Any(button => !layout.ExcludedButtons.Contains(button.Name)) || layout.CustomButtons.Count > 0)
            writer.Item("buttonLayoutSection", () => ButtonDescription.WriteAll(writer, "detailButtons", buttons, layout.ExcludedButtons, layout.CustomButtons));
        else
            writer.Optional("buttonLayoutSection", null);
        var sections = new LayoutSectionDescription(writer, type, layout);
        sections.Write("detailLayoutSections", isEdit: false);
        sections.Write("editLayoutSections", isEdit: true);
        writer.Optional("feedView", null);
        writer.Optional("highlightsPanelLayoutSection", null);
        writer.Text("id", PageId.Of(PageId.Layout, layout.Name));
        if (writer.IsRest)
        {
            writer.Values("multirowEditLayoutSections", []);
            writer.Values("offlineLinks", []);
        }

        writer.Item("quickActionList", () => writer.Values("quickActionListItems", []));
        writer.Optional("relatedContent", null);
        new RelatedListDescription(writer, access.SchemaOf(org)).Write(type, layout.RelatedLists);
        writer.Items("saveOptions", layout.ShowsAssignmentRules ? [layout] : (PageLayout[])[], WriteAssignmentOption);
    }

    private void WriteAssignmentOption(PageLayout layout)
    {
        writer.Flag("defaultValue", layout.RunsAssignmentRules);
        writer.Flag("isDisplayed", true);
        writer.Text("label", "Assign using active assignment rule");
        writer.Text("name", "UseDefaultAssignmentRule");
        writer.Text("restHeaderName", "Sforce-Auto-Assign");
        writer.Text("soapHeaderName", "AssignmentRuleHeader");
    }
}
