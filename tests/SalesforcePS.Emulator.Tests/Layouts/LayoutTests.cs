using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Schema.Source;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.ListViews.ListViewTests;

namespace SalesforcePS.Emulator.Tests.Layouts;

public sealed class LayoutTests
{
    private const string Master = "012000000000000AAA";

    [Fact]
    public async Task LayoutOfEveryType_FitsTheWsdl()
    {
        await using var server = await SourceProject.StartAsync();

        foreach (var type in server.Org.Schema.Types.Where(type => type.Layoutable))
        {
            var result = (await server.SoapAsync(Request(type.Name))).Result;
            Assert.NotEmpty(result.Elements(SoapAnswer.Partner + "layouts").Elements(SoapAnswer.Partner + "detailLayoutSections"));
        }
    }

    [Fact]
    public async Task LayoutThatNobodyMade_HasTheFieldsOfTheObject()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = (await server.GetAsync("sobjects/Account/describe/layouts")).Json;
        var layout = Assert.Single(answer.GetProperty("layouts").EnumerateArray());

        Assert.Equal(["layouts", "recordTypeMappings", "recordTypeSelectorRequired"], Names(answer));
        Assert.Equal("[false]", answer.GetProperty("recordTypeSelectorRequired").GetRawText());
        Assert.Equal(
            ["buttonLayoutSection", "detailLayoutSections", "editLayoutSections", "feedView", "highlightsPanelLayoutSection", "id", "multirowEditLayoutSections", "offlineLinks", "quickActionList", "relatedContent", "relatedLists", "saveOptions"],
            Names(layout));
        Assert.Equal(["Information", "System Information"], layout.GetProperty("detailLayoutSections").EnumerateArray().Select(section => Text(section, "heading")));
        var item = layout.GetProperty("detailLayoutSections")[0].GetProperty("layoutRows")[0].GetProperty("layoutItems")[0];
        Assert.Equal(["editableForNew", "editableForUpdate", "label", "layoutComponents", "placeholder", "required", "uiBehavior"], Names(item));
        Assert.Equal("Account Name", Text(item, "label"));
        Assert.Equal(["details", "displayLines", "tabOrder", "type", "value"], Names(item.GetProperty("layoutComponents")[0]));
        Assert.Equal("xsd:string", Text(item.GetProperty("layoutComponents")[0].GetProperty("details"), "soapType"));
        Assert.Equal(["Edit", "Delete", "Clone", "ChangeOwnerOne"], UsersFixture.Names(layout.GetProperty("buttonLayoutSection").GetProperty("detailButtons")));
        Assert.Contains("Contacts", UsersFixture.Names(layout.GetProperty("relatedLists")));
        Assert.Equal("00h", Text(layout, "id")[..3]);
    }

    [Fact]
    public async Task AddressAndAuditFields_AreOneItemOnDetailAndPartsOnEdit()
    {
        await using var server = await EmulatorServer.StartAsync();

        var layout = (await server.GetAsync($"sobjects/Contact/describe/layouts/{Master}")).Json;
        var (detail, edit) = (Items(layout, "detailLayoutSections"), Items(layout, "editLayoutSections"));

        var address = detail.Single(item => Value(item) == "MailingAddress").GetProperty("layoutComponents")[0];
        Assert.Equal(["components", "details", "displayLines", "fieldType", "tabOrder", "type", "value"], Names(address));
        Assert.Equal("address", Text(address, "fieldType"));
        Assert.Contains("MailingStreet", address.GetProperty("components").EnumerateArray().Select(part => Text(part, "value")));
        Assert.DoesNotContain("MailingAddress", edit.Select(Value));
        Assert.Contains("MailingStreet", edit.Select(Value));
        Assert.Equal(["CreatedById", ", ", "CreatedDate"], detail.Single(item => Value(item) == "CreatedById").GetProperty("layoutComponents").EnumerateArray().Select(part => Text(part, "value")));
        Assert.DoesNotContain("CreatedById", edit.Select(Value));
        Assert.Equal(["FirstName", "LastName"], edit.Select(Value).Where(name => name is "Name" or "FirstName" or "LastName").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LayoutOfTheFolder_IsDescribed()
    {
        await using var server = await SourceProject.StartAsync();

        var layout = (await server.GetAsync($"sobjects/Invoice__c/describe/layouts/{Master}")).Json;

        var section = Assert.Single(layout.GetProperty("detailLayoutSections").EnumerateArray());
        Assert.Equal(("What it is about", 2, 2, "TopToBottom", false), (Text(section, "heading"), section.GetProperty("columns").GetInt32(), section.GetProperty("rows").GetInt32(), Text(section, "tabOrder"), section.GetProperty("useHeading").GetBoolean()));
        Assert.True(layout.GetProperty("editLayoutSections")[0].GetProperty("useHeading").GetBoolean());
        Assert.Equal(Text(layout, "id"), Text(section, "parentLayoutId"));
        JsonElement[] items = [.. Items(layout, "detailLayoutSections")];
        Assert.Equal(["Account__c", "State__c", "Amount__c", null], items.Select(Value));
        Assert.Equal(["Required", "Readonly", "Edit", null], items.Select(item => item.GetProperty("uiBehavior").GetString()));
        Assert.Equal([(true, true), (false, false), (true, false), (false, false)], items.Select(item => (item.GetProperty("editableForNew").GetBoolean(), item.GetProperty("required").GetBoolean())));
        Assert.Equal([false, false, false, true], items.Select(item => item.GetProperty("placeholder").GetBoolean()));
        Assert.DoesNotContain("Clone", UsersFixture.Names(layout.GetProperty("buttonLayoutSection").GetProperty("detailButtons")));
        var list = Assert.Single(layout.GetProperty("relatedLists").EnumerateArray());
        Assert.Equal(["accessLevelRequiredForCreate", "buttons", "columns", "custom", "field", "label", "limitRows", "name", "sobject", "sort"], Names(list));
        Assert.Equal(("Invoice__c", "Lines__r", "Line__c"), (Text(list, "field"), Text(list, "name"), Text(list, "sobject")));
        Assert.Equal(["Line__c.Name", "Line__c.CreatedDate"], list.GetProperty("columns").EnumerateArray().Select(column => Text(column, "field")));
        Assert.Equal("""[{"ascending":false,"column":"CreatedDate"}]""", list.GetProperty("sort").GetRawText());
    }

    [Fact]
    public async Task ObjectWithRecordTypes_HasItsLayoutsByRecordType()
    {
        await using var server = await SourceProject.StartAsync();

        var all = (await server.GetAsync("sobjects/Invoice__c/describe/layouts")).Json;
        var mappings = all.GetProperty("recordTypeMappings").EnumerateArray().ToArray();

        Assert.Equal(JsonValueKind.Null, all.GetProperty("layouts").ValueKind);
        Assert.Equal("[true]", all.GetProperty("recordTypeSelectorRequired").GetRawText());
        Assert.Equal(["active", "available", "defaultRecordTypeMapping", "developerName", "layoutId", "master", "name", "picklistsForRecordType", "recordTypeId", "urls"], Names(mappings[0]));
        Assert.Equal(["Goods", "Service", "Master"], mappings.Select(mapping => Text(mapping, "developerName")));
        var layout = await server.GetAsync(Text(mappings[0].GetProperty("urls"), "layout"));
        Assert.Equal(Text(mappings[0], "layoutId"), Text(layout.Json, "id"));
        Assert.Equal(["Open", "Paid"], States(mappings[0]));
        Assert.Contains("Cancelled", States(mappings[2]));

        static IEnumerable<string> States(JsonElement mapping) => mapping.GetProperty("picklistsForRecordType").EnumerateArray()
            .Single(picklist => Text(picklist, "picklistName") == "State__c").GetProperty("picklistValues").EnumerateArray().Select(value => Text(value, "value"));
    }

    [Fact]
    public async Task RecordTypesOfASoapRequest_LimitWhatIsDescribed()
    {
        await using var server = await SourceProject.StartAsync();

        var all = (await server.SoapAsync(Request("Invoice__c"))).Result;
        var master = (await server.SoapAsync(Request("Invoice__c", Master))).Result;

        Assert.Equal(["Goods", "Service", "Master"], Names(all));
        Assert.Equal("true", all.Element(SoapAnswer.Partner + "recordTypeSelectorRequired")!.Value);
        Assert.Single(all.Elements(SoapAnswer.Partner + "layouts"));
        Assert.Equal(["Master"], Names(master));

        static IEnumerable<string> Names(XElement result) =>
            result.Elements(SoapAnswer.Partner + "recordTypeMappings").Select(mapping => mapping.Element(SoapAnswer.Partner + "developerName")!.Value);
    }

    [Theory]
    [InlineData("Nothing", "", "", "sf:INVALID_TYPE")]
    [InlineData("RecordType", "PushTopics", "", "sf:INVALID_FIELD")]
    [InlineData("Organization", "", "", "sf:INVALID_TYPE")]
    [InlineData("Account", "", "012000000000001AAA", "sf:INVALID_ID_FIELD")]
    public async Task WhatHasNoLayout_IsAFault(string type, string name, string recordType, string code)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync($"<describeLayout><sObjectType>{type}</sObjectType><layoutName>{name}</layoutName>{RecordType(recordType)}</describeLayout>");

        Assert.Equal(code, answer.FaultCode);
    }

    [Theory]
    [InlineData("sobjects/Organization/describe/layouts")]
    [InlineData("sobjects/Nothing/describe/layouts")]
    [InlineData("sobjects/Account/describe/layouts/012000000000001AAA")]
    [InlineData("sobjects/Account/describe/namedLayouts/UserAlt")]
    [InlineData("sobjects/Account/describe/compactLayouts/none")]
    public async Task UnknownLayout_IsNotFound(string path)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task WhatTheUserMayNotDo_IsNotOnTheLayout()
    {
        using var users = new UsersFixture("""
            "objectPermissions":[{"object":"Account","allowDelete":false},{"object":"Contact","allowRead":false}],"fieldPermissions":[{"field":"Account.Rating","readable":false},{"field":"Account.Industry","editable":false}]
            """);
        await using var server = await users.StartAsync();

        var layout = (await server.GetAsync($"sobjects/Account/describe/layouts/{Master}")).Json;
        var items = Items(layout, "detailLayoutSections").ToLookup(Value);

        Assert.Empty(items["Rating"]);
        Assert.False(Assert.Single(items["Industry"]).GetProperty("editableForUpdate").GetBoolean());
        Assert.DoesNotContain("Delete", UsersFixture.Names(layout.GetProperty("buttonLayoutSection").GetProperty("detailButtons")));
        Assert.DoesNotContain("Contacts", UsersFixture.Names(layout.GetProperty("relatedLists")));
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("sobjects/Contact/describe/layouts")).Status);
    }

    [Fact]
    public async Task CompactLayoutThatNobodyMade_HasTheName()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = (await server.GetAsync("sobjects/Account/describe/compactLayouts")).Json;
        var layout = Assert.Single(answer.GetProperty("compactLayouts").EnumerateArray());

        Assert.Equal(["compactLayouts", "defaultCompactLayoutId", "recordTypeCompactLayoutMappings", "urls"], Names(answer));
        Assert.Equal(["actions", "fieldItems", "id", "imageItems", "label", "name", "objectType"], Names(layout));
        Assert.Equal(("SYSTEM", "Name"), (Text(layout, "name"), Value(layout.GetProperty("fieldItems")[0])));
        Assert.Equal(["available", "compactLayoutId", "compactLayoutName", "recordTypeId", "recordTypeName", "urls"], Names(answer.GetProperty("recordTypeCompactLayoutMappings")[0]));
        Assert.Equal(layout.GetRawText(), (await server.GetAsync(Text(answer.GetProperty("urls"), "primary"))).Text);
    }

    internal static IEnumerable<JsonElement> Items(JsonElement layout, string sections) => layout.GetProperty(sections).EnumerateArray()
        .SelectMany(section => section.GetProperty("layoutRows").EnumerateArray())
        .SelectMany(row => row.GetProperty("layoutItems").EnumerateArray());

    internal static string? Value(JsonElement item) =>
        item.GetProperty("layoutComponents").EnumerateArray().Select(component => component.GetProperty("value").GetString()).FirstOrDefault();

    private static string Request(string type, string recordType = "") =>
        $"<describeLayout><sObjectType>{type}</sObjectType><layoutName xsi:nil=\"true\"/>{RecordType(recordType)}</describeLayout>";

    private static string RecordType(string id) => id.Length == 0 ? "" : $"<recordTypeIds>{id}</recordTypeIds>";
}
