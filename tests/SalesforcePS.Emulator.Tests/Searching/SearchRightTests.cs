using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

public sealed class SearchRightTests : IDisposable
{
    private readonly UsersFixture users = new("""
        "objectPermissions": [ { "object": "Lead", "allowRead": false } ],
        "fieldPermissions": [ { "field": "Account.Description", "readable": false }, { "field": "Account.Phone", "readable": false } ]
        """);

    public void Dispose() => users.Dispose();

    [Fact]
    public async Task HiddenText_IsNotFound()
    {
        await using var server = await users.StartAsync();
        await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "open", Description = "secret" });
        await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "secret too" });
        const string Search = "search?q=FIND+{secret}+RETURNING+Account(Name)";
        Assert.Equal(["secret too"], Names(await server.GetAsync(Search)));
        Assert.Equal(["secret too"], Names(await server.GetAsync(Search)));
        server.SessionId = server.Org.Sessions.Create(server.Org.User).Id;
        Assert.Equal(["secret too", "open"], Names(await server.GetAsync(Search)));
    }

    [Fact]
    public async Task HiddenObject_IsNotSearched()
    {
        await using var server = await users.StartAsync();
        await UsersFixture.CreateAsAdministratorAsync(server, "Lead", new { LastName = "secret", Company = "c" });
        Assert.Empty((await server.GetAsync("search?q=FIND+{secret}")).Json.GetProperty("searchRecords").EnumerateArray());
        Assert.Equal("INVALID_TYPE", (await server.GetAsync("search?q=FIND+{secret}+RETURNING+Lead")).ErrorCode);
    }

    private static string[] Names(RestAnswer answer) =>
        [.. answer.Json.GetProperty("searchRecords").EnumerateArray().Select(record => record.GetProperty("Name").GetString()!)];
}
