namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The elements of layouts that are read, and those whose parts an org without quick actions, feeds and consoles does not tell.</summary>
internal static class SourceLayoutElements
{
    public static readonly HashSet<string> Layout =
    [
        "customButtons", "excludeButtons", "fullName", "layoutSections", "relatedLists", "runAssignmentRulesDefault", "showRunAssignmentRulesCheckbox",

        "customConsoleComponents", "emailDefault", "feedLayout", "headers", "miniLayout", "multilineLayoutFields", "platformActionList",
        "quickActionList", "relatedContent", "relatedObjects", "showEmailCheckbox", "showHighlightsPanel", "showInteractionLogPanel",
        "showKnowledgeComponent", "showSolutionSection", "showSubmitAndAttachButton", "summaryLayout",
    ];

    public static readonly HashSet<string> Section = ["customLabel", "detailHeading", "editHeading", "label", "layoutColumns", "style"];

    public static readonly HashSet<string> Item =
    [
        "behavior", "canvas", "component", "customLink", "emptySpace", "field", "page", "reportChartComponent", "scontrol",

        "height", "showLabel", "showScrollbars", "width",
    ];

    public static readonly HashSet<string> RelatedList =
        ["customButtons", "excludeButtons", "fields", "quickActions", "relatedList", "sortField", "sortOrder"];
}
