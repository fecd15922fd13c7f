using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class LimitTests
{
    [Fact]
    public async Task Limits_TellTheirNamesInOrderWithMaxAndRemaining()
    {
        await using var server = await EmulatorServer.StartAsync();

        var limits = (await server.GetAsync("limits")).Json;

        var names = limits.EnumerateObject().Select(limit => limit.Name).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.True(names.Length > 50);
        Assert.All(limits.EnumerateObject(), limit => Assert.Equal(["Max", "Remaining"], limit.Value.EnumerateObject().Select(member => member.Name).Take(2)));
        Assert.Equal("Max", limits.GetProperty("PermissionSets").GetProperty("CreateCustom").EnumerateObject().First().Name);
    }

    [Fact]
    public async Task Numbers_LiveWithWhatTheOrgHoldsAndDoes()
    {
        await using var server = await EmulatorServer.StartAsync();
        var before = (await server.GetAsync("limits")).Json;
        var records = Enumerable.Range(0, 200).Select(index => new { attributes = new { type = "Account" }, Name = $"A{index}" }).ToArray();
        for (var call = 0; call < 4; call++)
            await server.PostAsync("composite/sobjects", new { records });
        await server.CreateAsync("Document", new { Name = "D", FolderId = server.Org.Identity.UserId, Body = Convert.ToBase64String(new byte[3_000_000]) });
        await server.PostAsync("jobs/query", new { operation = "query", query = "SELECT Id FROM Account" });

        var after = (await server.GetAsync("limits")).Json;

        Assert.Equal(Remaining(before, "DailyApiRequests") - 7, Remaining(after, "DailyApiRequests"));
        Assert.Equal(Remaining(before, "DataStorageMB") - 1, Remaining(after, "DataStorageMB"));
        Assert.Equal(Remaining(before, "FileStorageMB") - 2, Remaining(after, "FileStorageMB"));
        Assert.Equal(Remaining(before, "DailyBulkV2QueryJobs") - 1, Remaining(after, "DailyBulkV2QueryJobs"));
    }

    [Theory]
    [InlineData("48.0", "DailyBulkApiRequests")]
    [InlineData("49.0", "DailyBulkApiBatches")]
    public async Task BatchesOfBulkJobs_HaveTheNameOfTheVersion(string version, string name)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal(15_000, Remaining((await server.GetAsync($"/services/data/v{version}/limits")).Json, name));
    }

    [Fact]
    public async Task RecordCount_CountsTheObjectsThatAreNamed()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.CreateAsync("Contact", new { LastName = "L" });
        await server.DeleteAsync($"sobjects/Account/{await server.CreateAsync("Account", new { Name = "A" })}");

        var answer = await server.GetAsync("limits/recordCount?sObjects=Contact,Account,Nothing");
        var all = await server.GetAsync("limits/recordCount");

        Assert.Equal("""{"sObjects":[{"count":0,"name":"Account"},{"count":1,"name":"Contact"}]}""", answer.Text);
        Assert.Equal(server.Org.Schema.Types.Count, all.Json.GetProperty("sObjects").GetArrayLength());
    }

    [Fact]
    public async Task Recent_HasWhatWasWrittenLastFirst()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var contact = await server.CreateAsync("Contact", new { LastName = "L" });
        await server.PatchAsync($"sobjects/Account/{account}", new { Name = "B" });
        await server.DeleteAsync($"sobjects/Lead/{await server.CreateAsync("Lead", new { LastName = "L", Company = "C" })}");

        var recent = await server.GetAsync("recent");
        var one = await server.GetAsync("recent?limit=1");
        var contacts = await server.GetAsync("sobjects/Contact");

        Assert.Equal(
            $$"""[{"attributes":{"type":"Account","url":"/services/data/v68.0/sobjects/Account/{{account}}"},"Id":"{{account}}","Name":"B"},{"attributes":{"type":"Contact","url":"/services/data/v68.0/sobjects/Contact/{{contact}}"},"Id":"{{contact}}","Name":"L"}]""",
            recent.Text);
        Assert.Equal(1, one.Json.GetArrayLength());
        Assert.Equal(contact, contacts.Json.GetProperty("recentItems")[0].GetProperty("Id").GetString());
        Assert.Equal("INVALID_INPUT", (await server.GetAsync("recent?limit=0")).ErrorCode);
    }

    private static int Remaining(JsonElement limits, string name) => limits.GetProperty(name).GetProperty("Remaining").GetInt32();
}
