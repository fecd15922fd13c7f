using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Query;

public sealed class RecordedQueryTests
{
    private const string NetCoreForce = "recorded/netcoreforce-json/src__NetCoreForce.Client.Tests__responses__";
    private const string Restforce = "recorded/restforce-json/spec__fixtures__sobject__";

    [Fact]
    public async Task CasesWithParents_AreFlatAndComplete()
    {
        var body = ReferenceData.Read(NetCoreForce + "query_case_result.json");
        var org = new FakeOrg { Query = _ => body };
        org.Describes["Case"] = StandardObjects.Object("Case", "500",
            ["Id:id", "CaseNumber:string", "SystemModstamp:datetime", "AccountId:reference::Account:Account", "ContactId:reference::Contact:Contact"]);

        var rows = await Page.ReadAsync(
            org, "SELECT Id, CaseNumber, SystemModstamp, Account.Name, Account.SystemModstamp, Contact.Name, Contact.SystemModstamp FROM Case");

        Assert.Equal(26, rows.Count);
        Assert.Equal("Edge Communications", rows[0].Value("Account.Name"));
        Assert.Equal(new DateTimeOffset(2013, 4, 4, 20, 52, 22, TimeSpan.Zero), rows[0].Value("SystemModstamp"));
    }

    [Fact]
    public async Task FourPages_GiveAllTheirRows()
    {
        var pages = Enumerable.Range(1, 4).Select(page => ReferenceData.Read($"{NetCoreForce}querybatch__batch-{page}.json")).ToArray();
        var org = new FakeOrg { Query = _ => pages[0] };
        for (var page = 1; page < 4; page++)
            org.Pages[$"/services/data/v57.0/query/01gC000006QJJ7fIAH-{page * 200}"] = pages[page];

        Assert.Equal(800, (await Page.ReadAsync(org, "SELECT Id FROM Contact")).Count);
    }

    [Fact]
    public async Task Count_IsTheTotal()
    {
        var body = ReferenceData.Read(NetCoreForce + "count_query.json");

        Assert.Equal([26], await Page.ReadAsync(new FakeOrg { Query = _ => body }, "SELECT COUNT() FROM Case"));
    }

    [Fact]
    public async Task Aggregates_AreRowsOfTheirOwnKind()
    {
        var body = ReferenceData.Read(Restforce + "query_aggregate_success_response.json");
        var org = new FakeOrg { Query = _ => body };
        org.Describes["CampaignMember"] = StandardObjects.Object("CampaignMember", "00v", ["Id:id", "CampaignId:reference::Campaign:Campaign", "Amount__c:currency"]);

        var rows = await Page.ReadAsync(org, "SELECT CampaignId, SUM(Amount__c) FROM CampaignMember GROUP BY CampaignId");

        Assert.Equal([300m, 100m, 400m], rows.Select(row => row.Value("expr0")));
        Assert.Null(rows[2].Value("CampaignId"));
    }

    [Fact]
    public async Task CustomObjectWithParentAndChildren_IsReadWhole()
    {
        var body = ReferenceData.Read(Restforce + "query_success_response.json");
        var org = new FakeOrg { Query = _ => body };
        org.Describes["Whizbang"] = StandardObjects.Object("Whizbang", "a00",
            ["Checkbox_Label:boolean", "Text_Label:string", "Date_Label:date", "DateTime_Label:datetime", "Picklist_Multiselect_Label:multipicklist", "Name:string", "Parent:reference::Whizbang:ParentWhizbang__r"],
            "Whizbangs__r=Whizbang");

        var row = (await Page.ReadAsync(
            org,
            "SELECT Checkbox_Label, Text_Label, Date_Label, DateTime_Label, Picklist_Multiselect_Label, ParentWhizbang__r.Name, ParentWhizbang__r.Text_Label, (SELECT Name FROM Whizbangs__r) FROM Whizbang"))[0];

        Assert.Equal((false, new DateTime(2010, 1, 1)), (row.Value("Checkbox_Label"), row.Value("Date_Label")));
        Assert.Equal(new[] { "four", "six" }, row.Value("Picklist_Multiselect_Label"));
        Assert.Equal("Hello", row.Value("ParentWhizbang__r.Text_Label"));
        Assert.Equal("Child Whizbang", Assert.Single((SalesforceRecord[])row.Value("Whizbangs__r")!).Value("Name"));
    }

    [Fact]
    public async Task EmptyAnswers_HaveNoRows()
    {
        foreach (var file in new[] { NetCoreForce + "query_empty_result.json", Restforce + "query_empty_response.json" })
        {
            var body = ReferenceData.Read(file);
            Assert.Empty(await Page.ReadAsync(new FakeOrg { Query = _ => body }, "SELECT Id FROM Account", new QueryOptions()));
        }
    }
}
