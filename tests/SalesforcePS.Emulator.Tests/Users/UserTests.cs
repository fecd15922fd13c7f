using System.Net;
using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Users;

public sealed class UserTests : IDisposable
{
    private readonly UsersFixture users = new();

    public void Dispose() => users.Dispose();

    [Theory]
    [InlineData("clerk-passwordclerk-token", HttpStatusCode.OK)]
    [InlineData("clerk-password", HttpStatusCode.BadRequest)]
    [InlineData("clerk-passwordother", HttpStatusCode.BadRequest)]
    public async Task DeclaredUser_SignsInWithPasswordAndToken(string password, HttpStatusCode status)
    {
        await using var client = await OAuthClient.StartAsync(users.Options);

        var answer = await client.PostAsync(
            "token", [.. client.Credentials, ("grant_type", "password"), ("username", "Clerk@Emulator.Example"), ("password", password)]);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task UserWithoutToken_SignsInWithThePasswordAlone()
    {
        await using var client = await OAuthClient.StartAsync(users.Options);

        var answer = await client.PostAsync(
            "token", [.. client.Credentials, ("grant_type", "password"), ("username", "second@emulator.example"), ("password", "p")]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task SignInPage_TakesTheUserThatSignsIn()
    {
        await using var client = await OAuthClient.StartAsync(users.Options);

        var answer = await client.ExchangeAsync(await client.CodeAsync(userName: UsersFixture.UserName, password: UsersFixture.Password));
        client.Server.SessionId = answer.Json.GetProperty("access_token").GetString()!;
        var info = (await client.Server.GetAsync("/services/oauth2/userinfo")).Json;
        var soap = (await client.Server.SoapAsync("<getUserInfo/>")).Result;

        Assert.Equal(UsersFixture.UserName, info.GetProperty("preferred_username").GetString());
        Assert.Equal("Clara Clerk", info.GetProperty("name").GetString());
        Assert.Equal(answer.Json.GetProperty("id").GetString(), info.GetProperty("sub").GetString());
        Assert.Equal(UsersFixture.UserName, soap.Element(SoapAnswer.Partner + "userName")!.Value);
        Assert.NotEqual(client.Server.Org.Identity.ProfileId, soap.Element(SoapAnswer.Partner + "profileId")!.Value);
    }

    [Fact]
    public async Task RunAsUser_IsWhoTheClientCredentialsSignIn()
    {
        await using var client = await OAuthClient.StartAsync(users.Options);
        await client.SetAsync(new { runAsUser = UsersFixture.UserName });

        var answer = await client.PostAsync("token", [.. client.Credentials, ("grant_type", "client_credentials")]);

        Assert.EndsWith(client.Server.Org.Users.FindByName(UsersFixture.UserName)!.Id, answer.Json.GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeactivatedUser_CannotSignIn()
    {
        await using var client = await OAuthClient.StartAsync(users.Options);
        await client.Server.PatchAsync($"sobjects/User/{client.Server.Org.Users.FindByName(UsersFixture.UserName)!.Id}", new { IsActive = false });

        var answer = await client.PostAsync(
            "token", [.. client.Credentials, ("grant_type", "password"), ("username", UsersFixture.UserName), ("password", UsersFixture.Password + UsersFixture.SecurityToken)]);

        OAuthClient.AssertRefused(answer, "invalid_grant", "inactive user");
    }

    [Fact]
    public async Task LastAdministrator_StaysActiveAndAdministrator()
    {
        await using var server = await EmulatorServer.StartAsync(users.Options);
        var administrator = server.Org.Identity.UserId;
        var second = server.Org.Users.FindByName("second@emulator.example")!.Id;
        var clerkProfile = server.Org.Users.FindByName(UsersFixture.UserName)!.Identity.ProfileId;
        await server.PatchAsync($"sobjects/User/{second}", new { IsActive = false });

        var inactive = await server.PatchAsync($"sobjects/User/{administrator}", new { IsActive = false });
        var clerk = await server.PatchAsync($"sobjects/User/{administrator}", new { ProfileId = clerkProfile });

        Assert.Equal((HttpStatusCode.BadRequest, "CANNOT_DISABLE_LAST_ADMIN"), (inactive.Status, inactive.ErrorCode));
        Assert.Equal("CANNOT_DISABLE_LAST_ADMIN", clerk.ErrorCode);
        Assert.True((await server.GetAsync($"sobjects/User/{administrator}")).Json.GetProperty("IsActive").GetBoolean());
    }

    [Fact]
    public async Task Users_DoNotDeactivateThemselves()
    {
        await using var server = await EmulatorServer.StartAsync(users.Options);
        UsersFixture.SignIn(server, "second@emulator.example");

        var own = await server.PatchAsync($"sobjects/User/{server.Org.Users.FindByName("second@emulator.example")!.Id}", new { IsActive = false });
        var other = await server.PatchAsync($"sobjects/User/{server.Org.Identity.UserId}", new { IsActive = false });

        Assert.Equal(("FIELD_INTEGRITY_EXCEPTION", "IsActive"), (own.ErrorCode, own.Json[0].GetProperty("fields")[0].GetString()));
        Assert.Equal(HttpStatusCode.NoContent, other.Status);
    }

    [Fact]
    public async Task Records_SayWhoWroteThem()
    {
        await using var server = await users.StartAsync();
        var clerk = server.Org.Users.FindByName(UsersFixture.UserName)!.Id;

        var id = await server.CreateAsync("Account", new { Name = "A" });
        var before = (await server.GetAsync($"sobjects/Account/{id}")).Json;
        UsersFixture.SignIn(server, "second@emulator.example");
        await server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" });
        var after = (await server.GetAsync($"sobjects/Account/{id}")).Json;

        Assert.All(["CreatedById", "OwnerId", "LastModifiedById"], name => Assert.Equal(clerk, before.GetProperty(name).GetString()));
        Assert.All(["CreatedById", "OwnerId"], name => Assert.Equal(clerk, after.GetProperty(name).GetString()));
        Assert.Equal(server.Org.Users.FindByName("second@emulator.example")!.Id, after.GetProperty("LastModifiedById").GetString());
    }

    [Fact]
    public async Task BulkJob_WritesAsItsCreator()
    {
        await using var server = await users.StartAsync();

        await server.IngestAsync(new { @object = "Account", operation = "insert" }, "Name\nA\n");
        var owner = await server.GetAsync("query?q=SELECT+Owner.Name+FROM+Account");

        Assert.Equal("Clara Clerk", owner.Json.GetProperty("records")[0].GetProperty("Owner").GetProperty("Name").GetString());
    }

    [Fact]
    public async Task Reset_KeepsUsersAndTheirSessions()
    {
        await using var server = await users.StartAsync();
        var id = server.Org.Users.FindByName(UsersFixture.UserName)!.Id;

        await server.PostAsync("/__emulator/reset", new { });
        var user = await server.GetAsync($"query?q=SELECT+Id,Profile.Name+FROM+User+WHERE+Username='{UsersFixture.UserName}'");

        Assert.Equal(id, user.Json.GetProperty("records")[0].GetProperty("Id").GetString());
        Assert.Equal("Clerk", user.Json.GetProperty("records")[0].GetProperty("Profile").GetProperty("Name").GetString());
    }

    [Fact]
    public async Task IdentityUrls_OfOtherOrgsAndStrangers_AreRefused()
    {
        await using var server = await users.StartAsync();
        var org = server.Org.Identity.OrganizationId;

        var wrongOrg = await server.GetAsync($"/id/00D000000000009AAA/{server.Org.Identity.UserId}");
        var stranger = await server.GetAsync($"/id/{org}/005000000000099AAA");

        Assert.Equal((HttpStatusCode.Forbidden, "Wrong_Org"), (wrongOrg.Status, wrongOrg.Text));
        Assert.Equal((HttpStatusCode.NotFound, "Bad_Id"), (stranger.Status, stranger.Text));
    }
}
