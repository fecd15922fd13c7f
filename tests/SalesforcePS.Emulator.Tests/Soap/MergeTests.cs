using System.Net;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class MergeTests
{
    [Fact]
    public async Task Merge_MovesWhatBelongsToTheOthersAndDeletesThem()
    {
        await using var server = await EmulatorServer.StartAsync();
        var (master, one, two) = (await AccountAsync(server, "Master"), await AccountAsync(server, "One"), await AccountAsync(server, "Two"));
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = one });
        var opportunity = await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-12-31", AccountId = two });
        var task = await server.CreateAsync("Task", new { Subject = "T", WhatId = two });
        var child = await server.CreateAsync("Account", new { Name = "Child", ParentId = one });

        var answer = await MergeAsync(server, Request(master, "<sf:Phone>1</sf:Phone>", one, two));

        Assert.Equal(master, Member(answer.Result, "id"));
        Assert.Equal("true", Member(answer.Result, "success"));
        Assert.Equal([one, two], Members(answer.Result, "mergedRecordIds"));
        Assert.Equal(new[] { contact, opportunity, task, child }.Order(StringComparer.Ordinal), Members(answer.Result, "updatedRelatedIds").Order(StringComparer.Ordinal));
        Assert.Equal(master, (await server.GetAsync($"sobjects/Contact/{contact}")).Json.GetProperty("AccountId").GetString());
        Assert.Equal(master, (await server.GetAsync($"sobjects/Account/{child}")).Json.GetProperty("ParentId").GetString());
        var kept = (await server.GetAsync($"sobjects/Account/{master}")).Json;
        Assert.Equal(("Master", "1"), (kept.GetProperty("Name").GetString(), kept.GetProperty("Phone").GetString()));
        var merged = await server.GetAsync($"queryAll?q=SELECT+MasterRecordId+FROM+Account+WHERE+IsDeleted=TRUE+ORDER+BY+Name");
        Assert.All(merged.Json.GetProperty("records").EnumerateArray(), record => Assert.Equal(master, record.GetProperty("MasterRecordId").GetString()));
        Assert.Equal(2, merged.Json.GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task Master_MayTakeAUniqueValueOver()
    {
        using var schema = new SchemaFixture();
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        var master = await AccountAsync(server, "Master");
        var other = await server.CreateAsync("Account", new { Name = "Other", Key__c = "K" });

        var answer = await MergeAsync(server, Request(master, "<sf:Key__c>K</sf:Key__c>", other));

        Assert.Equal("true", Member(answer.Result, "success"));
        Assert.Equal("Master", (await server.GetAsync("sobjects/Account/Key__c/K")).Json.GetProperty("Name").GetString());
    }

    [Theory]
    [InlineData("Contact", "LastName")]
    [InlineData("Lead", "LastName")]
    public async Task ContactsAndLeads_AreMergedToo(string type, string field)
    {
        await using var server = await EmulatorServer.StartAsync();
        object record = type == "Lead" ? new { LastName = "M", Company = "C" } : new { LastName = "M" };
        var (master, other) = (await server.CreateAsync(type, record), await server.CreateAsync(type, record));

        var answer = await MergeAsync(server, Request(master, $"<sf:{field}>New</sf:{field}>", [other], type));

        Assert.Equal("true", Member(answer.Result, "success"));
        Assert.Equal("New", (await server.GetAsync($"sobjects/{type}/{master}")).Json.GetProperty(field).GetString());
    }

    [Fact]
    public async Task EachRequest_IsATransactionOfItsOwn()
    {
        await using var server = await EmulatorServer.StartAsync();
        var (master, one, two) = (await AccountAsync(server, "Master"), await AccountAsync(server, "One"), await AccountAsync(server, "Two"));
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = one });

        var answer = await MergeAsync(server, Request(master, "<sf:fieldsToNull>Name</sf:fieldsToNull>", one), Request(master, "", two));

        Assert.Equal(["false", "true"], answer.Results.Select(result => Member(result, "success")));
        Assert.Equal("REQUIRED_FIELD_MISSING", Error(answer.Results[0], "statusCode"));
        Assert.Equal(one, (await server.GetAsync($"sobjects/Contact/{contact}")).Json.GetProperty("AccountId").GetString());
    }

    [Fact]
    public async Task BadId_IsTheRecordedError()
    {
        await using var server = await EmulatorServer.StartAsync();
        var master = await AccountAsync(server, "Master");

        var answer = await server.SoapAsync($"<merge>{Request(master, "", "0011500000000")}</merge>", isValid: false);

        Assert.Equal(("MALFORMED_ID", "bad id in recordsToMerge: 0011500000000"), (Error(answer.Result, "statusCode"), Error(answer.Result, "message")));
        Assert.Equal((master, "false"), (Member(answer.Result, "id"), Member(answer.Result, "success")));
    }

    [Fact]
    public async Task RecordsThatCannotBeMerged_AreRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var (master, other) = (await AccountAsync(server, "Master"), await AccountAsync(server, "Other"));
        var gone = await AccountAsync(server, "Gone");
        await server.DeleteAsync($"sobjects/Account/{gone}");

        Assert.Equal("MERGE_FAILED", Error((await MergeAsync(server, Request(master, "", master))).Result, "statusCode"));
        Assert.Equal("MERGE_FAILED", Error((await MergeAsync(server, Request(master, "", other, other))).Result, "statusCode"));
        Assert.Equal("ENTITY_IS_DELETED", Error((await MergeAsync(server, Request(master, "", gone))).Result, "statusCode"));
        Assert.Equal("LIMIT_EXCEEDED", Error((await MergeAsync(server, Request(master, "", other, gone, gone))).Result, "statusCode"));
        Assert.Equal("MALFORMED_ID", Error((await MergeAsync(server, Request(master, "", server.Org.Identity.UserId))).Result, "statusCode"));
    }

    [Fact]
    public async Task AccountAboveItself_RefusesTheMerge()
    {
        await using var server = await EmulatorServer.StartAsync();
        var parent = await AccountAsync(server, "Parent");
        var master = await server.CreateAsync("Account", new { Name = "Master", ParentId = parent });

        var answer = await MergeAsync(server, Request(master, "", parent));

        Assert.Equal("CIRCULAR_DEPENDENCY", Error(answer.Result, "statusCode"));
        Assert.Equal(parent, (await server.GetAsync($"sobjects/Account/{master}")).Json.GetProperty("ParentId").GetString());
    }

    [Fact]
    public async Task ContactAboveItself_ReportsToNobodyAfterwards()
    {
        await using var server = await EmulatorServer.StartAsync();
        var above = await server.CreateAsync("Contact", new { LastName = "Above" });
        var master = await server.CreateAsync("Contact", new { LastName = "Master", ReportsToId = above });

        var answer = await MergeAsync(server, Request(master, "", [above], "Contact"));

        Assert.Equal("true", Member(answer.Result, "success"));
        Assert.Empty(Members(answer.Result, "updatedRelatedIds"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await server.GetAsync($"sobjects/Contact/{master}")).Json.GetProperty("ReportsToId").ValueKind);
    }

    [Fact]
    public async Task ObjectWithoutMerge_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Case", new { Subject = "S" });

        var answer = await MergeAsync(server, Request(id, "", [id], "Case"));

        Assert.Equal((HttpStatusCode.InternalServerError, "INVALID_TYPE_FOR_OPERATION: entity type does not support merge"), (answer.Status, answer.FaultText));
    }

    [Fact]
    public async Task UserWhoMayNotDelete_MayNotMerge()
    {
        using var users = new UsersFixture("\"objectPermissions\":[{\"object\":\"Account\",\"allowDelete\":false}]");
        await using var server = await users.StartAsync();
        var (master, other) = (await AccountAsync(server, "Master"), await AccountAsync(server, "Other"));

        var answer = await MergeAsync(server, Request(master, "", other));

        Assert.Equal("INSUFFICIENT_ACCESS_OR_READONLY", Error(answer.Result, "statusCode"));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"sobjects/Account/{other}")).Status);
    }

    [Fact]
    public async Task MoreThan200Requests_AreAFault()
    {
        await using var server = await EmulatorServer.StartAsync();
        var request = Request("001000000000001AAA", "", "001000000000002AAA");

        var answer = await MergeAsync(server, [.. Enumerable.Repeat(request, 201)]);

        Assert.StartsWith("EXCEEDED_ID_LIMIT", answer.FaultText, StringComparison.Ordinal);
    }

    private static Task<string> AccountAsync(EmulatorServer server, string name) => server.CreateAsync("Account", new { Name = name });

    private static string Request(string master, string fields, params string[] ids) => Request(master, fields, ids, "Account");

    private static string Request(string master, string fields, string[] ids, string type)
    {
        var cleared = fields.StartsWith("<sf:fieldsToNull>", StringComparison.Ordinal) ? fields : "";
        return $"<request><masterRecord><sf:type>{type}</sf:type>{cleared}<sf:Id>{master}</sf:Id>{(cleared.Length > 0 ? "" : fields)}</masterRecord>{string.Concat(ids.Select(id => $"<recordToMergeIds>{id}</recordToMergeIds>"))}</request>";
    }

    private static Task<SoapAnswer> MergeAsync(EmulatorServer server, params string[] requests) => server.SoapAsync($"<merge>{string.Concat(requests)}</merge>");

    private static string Member(XElement element, string name) => element.Element(SoapAnswer.Partner + name)!.Value;

    private static string[] Members(XElement element, string name) => [.. element.Elements(SoapAnswer.Partner + name).Select(member => member.Value)];

    private static string Error(XElement result, string name) => Member(result.Element(SoapAnswer.Partner + "errors")!, name);
}
