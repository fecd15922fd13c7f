using System.Net;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.OAuth;

public sealed class AuthorizationTests
{
    [Fact]
    public async Task AllowedRequest_GivesACodeThatBecomesASession()
    {
        await using var client = await OAuthClient.StartAsync();

        var (_, location) = await client.DecideAsync(client.Request());
        var answer = await client.ExchangeAsync(OAuthClient.Query(location!, "code"));

        Assert.StartsWith(OAuthClient.Redirect + "?", location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("the state & more", OAuthClient.Query(location, "state"));
        Assert.Equal(
            ["access_token", "refresh_token", "signature", "scope", "instance_url", "id", "token_type", "issued_at"],
            answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("refresh_token web api", answer.Json.GetProperty("scope").GetString());
        Assert.True(await client.IsValidAsync(answer.Json.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task Page_ShowsTheHintAndRunsNothingOfTheRequest()
    {
        await using var client = await OAuthClient.StartAsync();

        var (_, page, _) = await client.OpenAsync(client.Request(("login_hint", "<script>x</script>"), ("prompt", "login consent")));

        Assert.Contains("value=\"&lt;script&gt;x&lt;/script&gt;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeniedRequest_TellsTheClient()
    {
        await using var client = await OAuthClient.StartAsync();

        var (_, location) = await client.DecideAsync(client.Request(), button: "Deny");

        Assert.Equal("?error=access_denied&error_description=end-user+denied+authorization&state=the+state+%26+more", location!.Query);
    }

    [Fact]
    public async Task WrongPassword_ShowsThePageAgain()
    {
        await using var client = await OAuthClient.StartAsync();

        var (page, location) = await client.DecideAsync(client.Request(), password: "wrong");

        Assert.Null(location);
        Assert.Contains("Please check your username and password", page, StringComparison.Ordinal);
        Assert.Contains("name=\"decision\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "other", "error=invalid_client_id&amp;error_description=client identifier invalid")]
    [InlineData("redirect_uri", "https://elsewhere.example/", "error=redirect_uri_mismatch&amp;error_description=redirect_uri must match configuration")]
    [InlineData("redirect_uri", "javascript:alert(1)", "error=redirect_uri_mismatch&amp;error_description=redirect_uri must match configuration")]
    public async Task WrongClientOrRedirect_IsNeverSentThere(string name, string value, string text)
    {
        await using var client = await OAuthClient.StartAsync();

        var (status, page, location) = await client.OpenAsync(client.Request((name, value)));

        Assert.Equal((HttpStatusCode.BadRequest, null), (status, location));
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RegisteredRedirect_IsTaken()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { redirectUris = new[] { "https://elsewhere.example/?x=1" } });

        var (_, location) = await client.DecideAsync(client.Request(("redirect_uri", "https://elsewhere.example/?x=1")));

        Assert.StartsWith("https://elsewhere.example/?x=1&code=", location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("scope", "api nonsense", "invalid_scope")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("prompt", "none", "immediate_unsuccessful")]
    [InlineData("prompt", "dance", "invalid_request")]
    public async Task WrongRequest_IsToldToTheClient(string name, string value, string error)
    {
        await using var client = await OAuthClient.StartAsync();

        var (status, _, location) = await client.OpenAsync(client.Request((name, value)));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal((error, "the state & more"), (OAuthClient.Query(location!, "error"), OAuthClient.Query(location!, "state")));
    }

    [Fact]
    public async Task CodeUsedTwice_IsRefused()
    {
        await using var client = await OAuthClient.StartAsync();
        var code = await client.CodeAsync();
        await client.ExchangeAsync(code);

        OAuthClient.AssertRefused(await client.ExchangeAsync(code), "invalid_grant", "invalid authorization code");
    }

    [Fact]
    public async Task CodeOfAQuarterOfAnHourAgo_HasExpired()
    {
        var clock = new ManualTime();
        await using var client = await OAuthClient.StartAsync(clock: clock);
        var code = await client.CodeAsync();

        clock.Now += TimeSpan.FromMinutes(15);

        OAuthClient.AssertRefused(await client.ExchangeAsync(code), "invalid_grant", "expired authorization code");
    }

    [Theory]
    [InlineData("code_verifier", "x", "invalid_grant", "invalid code verifier")]
    [InlineData("code_verifier", "eBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "invalid_grant", "invalid code verifier")]
    [InlineData("redirect_uri", "http://localhost:49153/callback", "redirect_uri_mismatch", "redirect_uri must match configuration")]
    [InlineData("client_id", "other", "invalid_client_id", "client identifier invalid")]
    [InlineData("client_secret", "wrong", "invalid_client", "invalid client credentials")]
    public async Task ExchangeThatDoesNotFitTheRequest_IsRefused(string name, string value, string error, string description)
    {
        await using var client = await OAuthClient.StartAsync();
        var code = await client.CodeAsync();

        OAuthClient.AssertRefused(await client.ExchangeAsync(code, (name, value)), error, description);
    }

    [Fact]
    public async Task CodeWithoutChallenge_NeedsTheSecret()
    {
        await using var client = await OAuthClient.StartAsync();
        var request = client.Request();
        request.Remove("code_challenge");
        var (without, with) = (await client.CodeAsync(request), await client.CodeAsync(request));

        OAuthClient.AssertRefused(await client.ExchangeAsync(without), "invalid_client", "invalid client credentials");
        Assert.Equal(HttpStatusCode.OK, (await client.ExchangeAsync(with, client.Credentials)).Status);
    }

    [Fact]
    public async Task RequiredPkceAndSecret_AreAskedFor()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { requirePkce = true, requireSecret = true });
        var request = client.Request();
        request.Remove("code_challenge");

        var (_, _, location) = await client.OpenAsync(request);
        var exchange = await client.ExchangeAsync(await client.CodeAsync());

        Assert.Equal("missing required code challenge", OAuthClient.Query(location!, "error_description"));
        OAuthClient.AssertRefused(exchange, "invalid_client", "invalid client credentials");
    }

    [Fact]
    public async Task ScopeWithoutRefreshToken_GivesNone()
    {
        await using var client = await OAuthClient.StartAsync();

        var answer = await client.ExchangeAsync(await client.CodeAsync(client.Request(("scope", "api"))));

        Assert.False(answer.Json.TryGetProperty("refresh_token", out _));
        Assert.Equal("api", answer.Json.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task OpenIdScope_GivesASignedIdToken()
    {
        await using var client = await OAuthClient.StartAsync();

        var answer = await client.ExchangeAsync(await client.CodeAsync(client.Request(("scope", "openid api"), ("nonce", "n-1"))));

        var claims = IdToken.Read(answer.Json.GetProperty("id_token").GetString()!, (await client.Server.GetAsync("/id/keys")).Json);
        Assert.Equal((client.Server.Org.Credentials.ClientId, "n-1"), (claims.GetProperty("aud").GetString(), claims.GetProperty("nonce").GetString()));
        Assert.Equal(answer.Json.GetProperty("id").GetString(), claims.GetProperty("sub").GetString());
    }

    [Fact]
    public async Task AppThatIsNotApproved_IsDenied()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { appApproved = false });

        var (_, location) = await client.DecideAsync(client.Request());

        Assert.Equal("OAUTH_APP_ACCESS_DENIED", OAuthClient.Query(location!, "error"));
        Assert.Equal("user is not admin approved to access this app", OAuthClient.Query(location!, "error_description"));
    }
}
