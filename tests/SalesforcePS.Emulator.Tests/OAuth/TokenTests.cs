using System.Net;
using System.Text;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.OAuth;

public sealed class TokenTests
{
    [Fact]
    public async Task ClientCredentialsInTheForm_GiveATokenThatServes()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RequestAsync(server, ClientForm(server, "client_credentials"));

        Assert.Equal(
            ["access_token", "signature", "scope", "instance_url", "id", "token_type", "issued_at", "api_instance_url"],
            answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Bearer", answer.Json.GetProperty("token_type").GetString());
        Assert.Equal(server.Url, answer.Json.GetProperty("instance_url").GetString());
        server.SessionId = answer.Json.GetProperty("access_token").GetString()!;
        Assert.StartsWith($"{server.Org.Identity.OrganizationId[..15]}!", server.SessionId, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task ClientCredentialsInTheBasicHeader_GiveAToken()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.ClientId}:{credentials.ClientSecret}"));

        var answer = await RequestAsync(server, new() { ["grant_type"] = "client_credentials" }, $"Basic {basic}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task ClientCredentialsInTheAddress_GiveAToken()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var form = new FormUrlEncodedContent(ClientForm(server, "client_credentials"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/services/oauth2/token?{await form.ReadAsStringAsync()}");

        var answer = await server.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "api"), (answer.Status, answer.Json.GetProperty("scope").GetString()));
    }

    [Fact]
    public async Task PasswordWithToken_GivesAToken()
    {
        await using var server = await EmulatorServer.StartAsync();
        var form = PasswordForm(server, server.Org.Credentials.Password + server.Org.Credentials.SecurityToken);

        var answer = await RequestAsync(server, form);

        Assert.Equal(
            ["access_token", "signature", "instance_url", "id", "token_type", "issued_at"],
            answer.Json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task PasswordWithoutToken_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RequestAsync(server, PasswordForm(server, server.Org.Credentials.Password));

        AssertRefused(answer, "invalid_grant", "authentication failure");
    }

    [Fact]
    public async Task UnknownClient_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var form = ClientForm(server, "client_credentials");
        form["client_id"] = "unknown";

        AssertRefused(await RequestAsync(server, form), "invalid_client_id", "client identifier invalid");
    }

    [Fact]
    public async Task WrongSecret_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var form = ClientForm(server, "client_credentials");
        form["client_secret"] = "wrong";

        AssertRefused(await RequestAsync(server, form), "invalid_client", "invalid client credentials");
    }

    [Fact]
    public async Task OtherGrantType_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertRefused(await RequestAsync(server, ClientForm(server, "device")), "unsupported_grant_type", "grant type not supported");
    }

    [Fact]
    public async Task RevokedToken_ServesNoMore()
    {
        await using var server = await EmulatorServer.StartAsync();

        using var form = new FormUrlEncodedContent([new("token", server.SessionId)]);
        using var revoked = await server.Client.PostAsync("/services/oauth2/revoke", form);

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task UserInfoAndIdentity_TellTheUser()
    {
        await using var server = await EmulatorServer.StartAsync();

        var userInfo = await server.GetAsync("/services/oauth2/userinfo");
        var identity = await server.GetAsync(new Uri(userInfo.Json.GetProperty("sub").GetString()!).PathAndQuery);

        Assert.Equal(server.Org.Identity.UserName, userInfo.Json.GetProperty("preferred_username").GetString());
        Assert.Equal(server.Org.Identity.UserId, identity.Json.GetProperty("user_id").GetString());
    }

    [Fact]
    public async Task UserInfoWithABadToken_IsForbidden()
    {
        await using var server = await EmulatorServer.StartAsync();
        server.SessionId = "unknown";

        var answer = await server.GetAsync("/services/oauth2/userinfo");

        Assert.Equal((HttpStatusCode.Forbidden, "Bad_OAuth_Token"), (answer.Status, answer.Text));
    }

    private static Dictionary<string, string> ClientForm(EmulatorServer server, string grantType) => new()
    {
        ["grant_type"] = grantType,
        ["client_id"] = server.Org.Credentials.ClientId,
        ["client_secret"] = server.Org.Credentials.ClientSecret,
    };

    private static Dictionary<string, string> PasswordForm(EmulatorServer server, string password) => new(ClientForm(server, "password"))
    {
        ["username"] = server.Org.Credentials.UserName,
        ["password"] = password,
    };

    private static async Task<RestAnswer> RequestAsync(EmulatorServer server, Dictionary<string, string> form, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/oauth2/token") { Content = new FormUrlEncodedContent(form) };
        if (authorization is not null)
            request.Headers.Add("Authorization", authorization);
        return await server.SendAsync(request);
    }

    private static void AssertRefused(RestAnswer answer, string error, string description)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(error, answer.Json.GetProperty("error").GetString());
        Assert.Equal(description, answer.Json.GetProperty("error_description").GetString());
    }
}
