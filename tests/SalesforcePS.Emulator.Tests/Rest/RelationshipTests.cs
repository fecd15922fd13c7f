using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class RelationshipTests
{
    [Fact]
    public async Task Parents_AreFollowed()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });

        var parent = await server.GetAsync($"sobjects/Contact/{contact}/Account?fields=Name");
        var owner = await server.GetAsync($"sobjects/Contact/{contact}/Account/Owner");

        Assert.Equal($$"""{"attributes":{"type":"Account","url":"/services/data/v68.0/sobjects/Account/{{account}}"},"Name":"A","Id":"{{account}}"}""", parent.Text);
        Assert.Equal("User", owner.Json.GetProperty("attributes").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Children_ComeAsAQueryResult()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });

        var contacts = await server.GetAsync($"sobjects/Account/{account}/Contacts?fields=LastName");
        var cases = await server.GetAsync($"sobjects/Account/{account}/Cases");

        Assert.Equal("L", contacts.Json.GetProperty("records")[0].GetProperty("LastName").GetString());
        Assert.Equal((HttpStatusCode.OK, 0), (cases.Status, cases.Json.GetProperty("totalSize").GetInt32()));
    }

    [Fact]
    public async Task Parent_IsUpdatedAndDeleted()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });
        var path = $"sobjects/Contact/{contact}/Account";

        Assert.Equal(HttpStatusCode.NoContent, (await server.PatchAsync(path, new { Name = "B" })).Status);
        Assert.Equal("B", (await server.GetAsync($"sobjects/Account/{account}")).Json.GetProperty("Name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await server.DeleteAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/Account/{account}")).Status);
    }

    [Fact]
    public async Task WayThatLeadsNowhere_IsNotFound()
    {
        await using var server = await EmulatorServer.StartAsync();
        var contact = await server.CreateAsync("Contact", new { LastName = "L" });

        Assert.Equal("NOT_FOUND", (await server.GetAsync($"sobjects/Contact/{contact}/Account")).ErrorCode);
        Assert.Equal("NOT_FOUND", (await server.GetAsync($"sobjects/Contact/{contact}/Nothing")).ErrorCode);
        Assert.Equal("NOT_FOUND", (await server.GetAsync($"/services/data/v35.0/sobjects/Contact/{contact}/Owner")).ErrorCode);
    }

    [Fact]
    public async Task ParentThatTheUserMayNotSee_IsNotFound()
    {
        using var users = new UsersFixture("\"objectPermissions\":[{\"object\":\"Account\",\"allowRead\":false}]");
        await using var server = await users.StartAsync();
        var account = await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A" });
        var contact = await UsersFixture.CreateAsAdministratorAsync(server, "Contact", new { LastName = "L", AccountId = account });

        Assert.Equal("NOT_FOUND", (await server.GetAsync($"sobjects/Contact/{contact}/Account")).ErrorCode);
    }

    [Fact]
    public async Task ChildrenAsAWhole_AreNotDeleted()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.DeleteAsync($"sobjects/Account/{account}/Contacts");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED"), (answer.Status, answer.ErrorCode));
    }
}
