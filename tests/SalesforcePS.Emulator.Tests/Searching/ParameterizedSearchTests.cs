using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

public sealed class ParameterizedSearchTests
{
    [Fact]
    public async Task ParametersInTheAddress_AreASearch()
    {
        await using var org = await OrgAsync();
        Assert.Equal(["Account", "Account", "Contact"], Types(await org.Server.GetAsync("parameterizedSearch?q=Acme")));
        Assert.Equal(["Acme One"], Names(await org.Server.GetAsync("parameterizedSearch/?q=Acme&sobject=Account&Account.fields=name,id&Account.limit=1&Account.orderBy=Name")));
        Assert.Equal(["Account", "Contact"], Types(await org.Server.GetAsync("parameterizedSearch?q=Acme&sobject=Account&sobject=Contact&defaultLimit=1")));
        Assert.Equal(["Acme Two"], Names(await org.Server.GetAsync("parameterizedSearch?q=Acme&sobject=Account&fields=Name&Account.where=Site%3D'x'")));
        Assert.Empty(Types(await org.Server.GetAsync("parameterizedSearch?q=Acme&in=EMAIL")));
        Assert.Equal(["Account"], Types(await org.Server.GetAsync("parameterizedSearch?q=Acme-Two%26&sobject=Account")));
    }

    [Fact]
    public async Task ParametersInTheBody_AreASearch()
    {
        await using var org = await OrgAsync();
        var answer = await org.Server.PostAsync("parameterizedSearch", new
        {
            q = "Acme",
            fields = (string[])["Name"],
            sobjects = new object[] { new { name = "Contact" }, new { name = "Account", fields = (string[])["Name", "Site"], where = "Site = 'x'", limit = 10 } },
            @in = "ALL",
            overallLimit = 100,
            defaultLimit = 10,
            metadata = "LABELS",
        });
        Assert.Equal(["Contact", "Account"], Types(answer));
        Assert.Equal(["Jo Acme", "Acme Two"], Names(answer));
        Assert.Equal("Contact", answer.Json.GetProperty("metadata").GetProperty("entityMetadata")[0].GetProperty("entityName").GetString());
    }

    [Fact]
    public async Task WithoutText_ItIsRefused()
    {
        await using var org = await OrgAsync();
        Assert.Equal("MALFORMED_SEARCH", (await org.Server.GetAsync("parameterizedSearch?sobject=Account")).ErrorCode);
        Assert.Equal("JSON_PARSER_ERROR", (await org.Server.PostAsync("parameterizedSearch", new { fields = (string[])["Id"] })).ErrorCode);
        var refusal = await org.Server.GetAsync("parameterizedSearch?q=acme&netWorkIds=x");
        Assert.Equal(("MALFORMED_SEARCH", "The parameter netWorkIds needs articles or sites, which this org does not have"), (refusal.ErrorCode, refusal.ErrorMessage));
    }

    private static async Task<SearchOrg> OrgAsync()
    {
        var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "Acme One" });
        await org.Server.CreateAsync("Account", new { Name = "Acme Two", Site = "x" });
        await org.Server.CreateAsync("Contact", new { FirstName = "Jo", LastName = "Acme" });
        return org;
    }

    private static string[] Types(RestAnswer answer) => [.. Records(answer).Select(record => record.GetProperty("attributes").GetProperty("type").GetString()!)];

    private static string[] Names(RestAnswer answer) => [.. Records(answer).Select(record => record.GetProperty("Name").GetString()!)];

    private static JsonElement.ArrayEnumerator Records(RestAnswer answer) => answer.Json.GetProperty("searchRecords").EnumerateArray();
}
