using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Layouts.LayoutTests;
using static SalesforcePS.Emulator.Tests.ListViews.ListViewTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class SourceLayoutTests
{
    private const string Master = "012000000000000AAA";

    [Theory]
    [InlineData("<surprise>1</surprise>", "does not support <surprise>")]
    [InlineData("<layoutSections><layoutColumns><layoutItems><field>Nobody__c</field></layoutItems></layoutColumns></layoutSections>", "no field Nobody__c")]
    [InlineData("<layoutSections><layoutColumns><layoutItems><behavior>Hidden</behavior><field>Name</field></layoutItems></layoutColumns></layoutSections>", "behavior 'Hidden'")]
    [InlineData("<layoutSections><layoutColumns><layoutItems><analyticsCloudComponent/></layoutItems></layoutColumns></layoutSections>", "does not support <analyticsCloudComponent>")]
    [InlineData("<layoutSections><layoutColumns><layoutItems><customLink>Map</customLink></layoutItems></layoutColumns></layoutSections>", "no button or link Map")]
    [InlineData("<customButtons>Print</customButtons>", "no button or link Print")]
    [InlineData("<relatedLists><relatedList>Nothing__c.Account__c</relatedList></relatedLists>", "of an object that the folder does not have")]
    [InlineData("<relatedLists><relatedList>Contact.OwnerId</relatedList></relatedLists>", "does not refer to Account")]
    [InlineData("<relatedLists><fields>CONTACT.SHOE_SIZE</fields><relatedList>RelatedContactList</relatedList></relatedLists>", "column 'CONTACT.SHOE_SIZE'")]
    public void UnusableLayout_IsRefusedByItsFile(string children, string problem)
    {
        using var project = new SourceProject().With("layouts/Account-Account Layout.layout-meta.xml", "Layout", children);

        var told = Assert.Single(project.Problems());

        Assert.StartsWith("layouts/Account-Account Layout.layout-meta.xml: ", told, StringComparison.Ordinal);
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheOrgHasNot_IsLeftOut()
    {
        using var project = new SourceProject()
            .With("layouts/Account-Account Layout.layout-meta.xml", "Layout", $"{Section("Name", "NaicsDesc")}<relatedLists><relatedList>RelatedActivityList</relatedList></relatedLists><relatedLists><relatedList>Quote.AccountId</relatedList></relatedLists>")
            .With("layouts/Idea-Idea Layout.layout-meta.xml", "Layout", Section("Title"));

        var layout = project.Load().Find("Account")!.Layouts.Page!;

        Assert.Equal(["Name"], layout.Sections[0].Columns[0].Select(item => item.Field));
        Assert.Empty(layout.RelatedLists);
    }

    [Fact]
    public async Task AssignmentsOfTheAdministratorsProfile_SayWhichLayoutIsWhose()
    {
        using var project = new SourceProject()
            .With("objects/Account/recordTypes/Big.recordType-meta.xml", "RecordType", "<fullName>Big</fullName><active>true</active><label>Big</label>")
            .With("layouts/Account-Account Layout.layout-meta.xml", "Layout", Section("Name"))
            .With("layouts/Account-Big %28Sales%29.layout-meta.xml", "Layout", Section("Industry"))
            .With("layouts/Account-Other.layout-meta.xml", "Layout", Section("Phone"))
            .With("profiles/Admin.profile-meta.xml", "Profile", "<layoutAssignments><layout>Account-Other</layout></layoutAssignments><layoutAssignments><layout>Account-Big %28Sales%29</layout><recordType>Account.Big</recordType></layoutAssignments>");
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });

        var all = (await server.GetAsync("sobjects/Account/describe/layouts")).Json;
        var big = Text(all.GetProperty("recordTypeMappings")[0], "recordTypeId");

        Assert.Equal(2, all.GetProperty("layouts").GetArrayLength());
        Assert.Equal(["Industry"], Items((await server.GetAsync($"sobjects/Account/describe/layouts/{big}")).Json, "detailLayoutSections").Select(Value));
        Assert.Equal(["Phone"], Items((await server.GetAsync($"sobjects/Account/describe/layouts/{Master}")).Json, "detailLayoutSections").Select(Value));
    }

    [Fact]
    public async Task ButtonsAndLinksOfTheObject_AreOnTheLayout()
    {
        using var project = new SourceProject()
            .With("objects/Account/webLinks/Map.webLink-meta.xml", "WebLink", "<fullName>Map</fullName><masterLabel>Show the map</masterLabel><linkType>url</linkType><openType>newWindow</openType><url>https://maps.example</url><height>600</height><hasMenubar>true</hasMenubar><encodingKey>UTF-8</encodingKey>")
            .With("layouts/Account-Account Layout.layout-meta.xml", "Layout", "<customButtons>Map</customButtons><excludeButtons>Edit</excludeButtons><layoutSections><layoutColumns><layoutItems><customLink>Map</customLink></layoutItems><layoutItems><page>Chart</page></layoutItems></layoutColumns><style>CustomLinks</style></layoutSections>");
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });

        var layout = (await server.GetAsync($"sobjects/Account/describe/layouts/{Master}")).Json;
        var buttons = layout.GetProperty("buttonLayoutSection").GetProperty("detailButtons").EnumerateArray().ToArray();
        var map = buttons[^1];

        Assert.Equal(["Delete", "Clone", "ChangeOwnerOne", "Map"], buttons.Select(button => Text(button, "name")));
        Assert.Equal((true, "Show the map", "newWindow", "url", "https://maps.example", 600, true), (map.GetProperty("custom").GetBoolean(), Text(map, "label"), Text(map, "behavior"), Text(map, "contentSource"), Text(map, "url"), map.GetProperty("height").GetInt32(), map.GetProperty("menubar").GetBoolean()));
        Assert.Equal([("CustomLink", "Map"), ("VisualforcePage", "Chart")], Items(layout, "detailLayoutSections").Select(item => item.GetProperty("layoutComponents")[0]).Select(component => (Text(component, "type"), Text(component, "value"))));
        Assert.Empty(layout.GetProperty("editLayoutSections").EnumerateArray());
        Assert.Single((await server.SoapAsync("<describeLayout><sObjectType>Account</sObjectType><layoutName xsi:nil=\"true\"/></describeLayout>")).Results);
    }

    [Fact]
    public async Task CompactLayouts_AreDescribedAndAssigned()
    {
        using var project = new SourceProject()
            .With("objects/Account/Account.object-meta.xml", "CustomObject", "<compactLayoutAssignment>Short</compactLayoutAssignment>")
            .With("objects/Account/compactLayouts/Short.compactLayout-meta.xml", "CompactLayout", "<fullName>Short</fullName><fields>Name</fields><fields>Phone</fields><label>Short one</label>");
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });

        var answer = (await server.GetAsync("sobjects/Account/describe/compactLayouts")).Json;
        var layout = Assert.Single(answer.GetProperty("compactLayouts").EnumerateArray());

        Assert.Equal(["Name", "Phone"], layout.GetProperty("fieldItems").EnumerateArray().Select(Value));
        Assert.Equal(Text(layout, "id"), Text(answer, "defaultCompactLayoutId"));
        Assert.Equal(layout.GetRawText(), (await server.GetAsync($"sobjects/Account/describe/compactLayouts/{Master}")).Text);
    }

    [Fact]
    public void CompactLayoutOfAnUnknownField_IsRefused()
    {
        using var project = new SourceProject().With("objects/Account/compactLayouts/Short.compactLayout-meta.xml", "CompactLayout", "<fields>Nobody__c</fields>");

        Assert.Contains("no field Nobody__c", Assert.Single(project.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseLayout_TellsWhetherAssignmentRulesAreOffered()
    {
        using var project = new SourceProject().With("layouts/Case-Case Layout.layout-meta.xml", "Layout", $"{Section("Subject")}<showRunAssignmentRulesCheckbox>true</showRunAssignmentRulesCheckbox><runAssignmentRulesDefault>true</runAssignmentRulesDefault>");
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });

        var option = Assert.Single((await server.GetAsync($"sobjects/Case/describe/layouts/{Master}")).Json.GetProperty("saveOptions").EnumerateArray());

        Assert.Equal(("UseDefaultAssignmentRule", true), (Text(option, "name"), option.GetProperty("defaultValue").GetBoolean()));
        var soap = (await server.SoapAsync("<describeLayout><sObjectType>Case</sObjectType><layoutName xsi:nil=\"true\"/></describeLayout>")).Result;
        Assert.Equal("AssignmentRuleHeader", soap.Descendants(SoapAnswer.Partner + "soapHeaderName").Single().Value);
    }

    private static string Section(params string[] fields) =>
        $"<layoutSections><label>S</label><layoutColumns>{string.Concat(fields.Select(field => $"<layoutItems><behavior>Edit</behavior><field>{field}</field></layoutItems>"))}</layoutColumns><style>OneColumn</style></layoutSections>";
}
