using System.Net;
using SalesforcePS.Emulator.Tests.Bulk2;
using Xunit;
using static SalesforcePS.Emulator.Tests.Schema.Source.SourceSchemaTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class SetupObjectTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("setup").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task RecordTypes_AreThereAndLimitRestrictedPicklists()
    {
        await using var server = await SourceProject.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var types = (await server.GetAsync("query?q=SELECT+Id,Name,DeveloperName+FROM+RecordType+WHERE+SobjectType='Invoice__c'+ORDER+BY+DeveloperName")).Json.GetProperty("records");
        var goods = types[0].GetProperty("Id").GetString();

        var wrong = await server.PostAsync("sobjects/Invoice__c", new { Account__c = account, Amount__c = 1, RecordTypeId = goods, State__c = "Cancelled" });
        var fitting = await server.PostAsync("sobjects/Invoice__c", new { Account__c = account, Amount__c = 1, RecordTypeId = goods, State__c = "Paid" });
        var foreign = await server.PostAsync("sobjects/Invoice__c", new { Account__c = account, Amount__c = 1, RecordTypeId = await server.CreateAsync("RecordType", new { Name = "N", DeveloperName = "N", SobjectType = "Account" }) });
        var described = (await server.GetAsync("sobjects/Invoice__c/describe")).Json.GetProperty("recordTypeInfos");

        AssertMembers(types[0], """{"Name":"Goods invoice","DeveloperName":"Goods"}""");
        Assert.Equal("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", wrong.ErrorCode);
        Assert.Equal(HttpStatusCode.Created, fitting.Status);
        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", foreign.ErrorCode);
        Assert.Equal(["Goods", "Service", "Master"], described.EnumerateArray().Select(info => info.GetProperty("developerName").GetString()));
        Assert.Equal(goods, described[0].GetProperty("recordTypeId").GetString());
    }

    [Fact]
    public async Task CustomMetadata_HasItsRecordsAndIsReadOnly()
    {
        await using var server = await SourceProject.StartAsync();

        var tiers = (await server.GetAsync("query?q=SELECT+Id,DeveloperName,MasterLabel,Rank__c,Next__r.DeveloperName+FROM+Tier__mdt+ORDER+BY+Rank__c")).Json.GetProperty("records");
        var id = tiers[0].GetProperty("Id").GetString();
        var written = await server.PatchAsync($"sobjects/Tier__mdt/{id}", new { Rank__c = 5 });

        AssertMembers(tiers[0], """{"DeveloperName":"Basic","MasterLabel":"Basic tier","Rank__c":1.0}""");
        AssertMembers(tiers[0].GetProperty("Next__r"), """{"DeveloperName":"Best"}""");
        Assert.Equal("m00", id![..3]);
        Assert.NotEqual(HttpStatusCode.NoContent, written.Status);
    }

    [Fact]
    public async Task CustomSetting_HasOneRecordForAnOwner()
    {
        await using var server = await SourceProject.StartAsync();
        var owner = server.Org.Identity.OrganizationId;

        var first = await server.PostAsync("sobjects/Limits__c", new { SetupOwnerId = owner, Largest__c = 5 });
        var second = await server.PostAsync("sobjects/Limits__c", new { SetupOwnerId = owner, Largest__c = 6 });
        var described = await server.GetAsync("sobjects/Limits__c/describe");

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal("DUPLICATE_VALUE", second.ErrorCode);
        AssertMembers(described.Json, """{"customSetting":true,"undeletable":false}""");
    }

    [Fact]
    public async Task PlatformEvent_CanBePublishedAndNotQueried()
    {
        await using var server = await SourceProject.StartAsync();

        var published = await server.PostAsync("sobjects/Shipped__e", new { Code__c = "X" });
        var incomplete = await server.PostAsync("sobjects/Shipped__e", new { });
        var queried = await server.GetAsync("query?q=SELECT+Id+FROM+Shipped__e");

        Assert.Equal(HttpStatusCode.Created, published.Status);
        Assert.Equal("e00", published.Id[..3]);
        Assert.Equal("REQUIRED_FIELD_MISSING", incomplete.ErrorCode);
        Assert.Equal("INVALID_TYPE", queried.ErrorCode);
    }

    [Fact]
    public async Task RecordsOfTheSchema_AreTheSameAfterARestartAndAReset()
    {
        var database = Path.Combine(folder, "org.db");
        const string query = "query?q=SELECT+Id+FROM+RecordType+ORDER+BY+Id";
        string before;
        await using (var server = await SourceProject.StartAsync(database: database))
            before = (await server.GetAsync(query)).Text;

        await using var restarted = await SourceProject.StartAsync(database: database);
        var after = (await restarted.GetAsync(query)).Text;
        await restarted.PostAsync("/__emulator/reset", new { });

        Assert.Equal(before, after);
        Assert.Equal(2, (await restarted.GetAsync(query)).Number("totalSize"));
    }
}
