using System.Net;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.OAuth;

public sealed class RefreshTests
{
    [Fact]
    public async Task RefreshToken_ServesAgainAndAgain()
    {
        await using var client = await OAuthClient.StartAsync();
        var (access, refresh) = await client.SignInAsync();

        var first = await client.RefreshAsync(refresh);
        var second = await client.RefreshAsync(refresh);

        Assert.Equal(["access_token", "signature", "scope", "instance_url", "id", "token_type", "issued_at"], first.Json.EnumerateObject().Select(member => member.Name));
        Assert.NotEqual(first.Json.GetProperty("access_token").GetString(), second.Json.GetProperty("access_token").GetString());
        Assert.True(await client.IsValidAsync(access));
        Assert.True(await client.IsValidAsync(second.Json.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task UnknownRefreshToken_IsRefused()
    {
        await using var client = await OAuthClient.StartAsync();

        OAuthClient.AssertRefused(await client.RefreshAsync("5Aep861unknown"), "invalid_grant", "expired access/refresh token");
    }

    [Fact]
    public async Task Rotation_GivesAnotherTokenEachTime()
    {
        await using var client = await OAuthClient.StartAsync(new EmulatorOptions { SignIn = new SignInRules { RotateRefreshTokens = true } });
        var (_, refresh) = await client.SignInAsync();

        var next = (await client.RefreshAsync(refresh)).Json.GetProperty("refresh_token").GetString()!;
        var answer = await client.RefreshAsync(next);

        Assert.NotEqual(refresh, next);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task ReuseOfARotatedToken_RevokesAllThatCameOfTheSignIn()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { rotateRefreshTokens = true });
        var (access, refresh) = await client.SignInAsync();
        var (otherAccess, _) = await client.SignInAsync();
        var rotated = (await client.RefreshAsync(refresh)).Json;

        OAuthClient.AssertRefused(await client.RefreshAsync(refresh), "invalid_grant", "expired access/refresh token");

        OAuthClient.AssertRefused(await client.RefreshAsync(rotated.GetProperty("refresh_token").GetString()!), "invalid_grant", "expired access/refresh token");
        Assert.False(await client.IsValidAsync(access));
        Assert.False(await client.IsValidAsync(rotated.GetProperty("access_token").GetString()!));
        Assert.True(await client.IsValidAsync(otherAccess));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task RevokedRefreshToken_TakesItsSessionsAlong(string method)
    {
        await using var client = await OAuthClient.StartAsync();
        var (access, refresh) = await client.SignInAsync();

        using var request = new HttpRequestMessage(new HttpMethod(method), $"/services/oauth2/revoke?token={refresh}");
        Assert.Equal(HttpStatusCode.OK, (await client.Server.SendAsync(request)).Status);

        Assert.False(await client.IsValidAsync(access));
        OAuthClient.AssertRefused(await client.RefreshAsync(refresh), "invalid_grant", "expired access/refresh token");
    }

    [Fact]
    public async Task RevokedAccessToken_LeavesTheRefreshToken()
    {
        await using var client = await OAuthClient.StartAsync();
        var (access, refresh) = await client.SignInAsync();

        await client.PostAsync("revoke", ("token", access));

        Assert.False(await client.IsValidAsync(access));
        Assert.Equal(HttpStatusCode.OK, (await client.RefreshAsync(refresh)).Status);
        OAuthClient.AssertRefused(await client.PostAsync("revoke", ("token", access)), "invalid_token", "invalid token");
    }

    [Fact]
    public async Task Introspection_TellsOfBothKindsOfToken()
    {
        await using var client = await OAuthClient.StartAsync();
        var (access, refresh) = await client.SignInAsync();

        var ofAccess = (await client.PostAsync("introspect", [.. client.Credentials, ("token", access)])).Json;
        var ofRefresh = (await client.PostAsync("introspect", [.. client.Credentials, ("token", refresh), ("token_type_hint", "refresh_token")])).Json;
        var ofNone = (await client.PostAsync("introspect", [.. client.Credentials, ("token", "none")])).Json;

        Assert.Equal(
            ["active", "scope", "client_id", "username", "sub", "token_type", "exp", "iat", "nbf"], ofAccess.EnumerateObject().Select(member => member.Name));
        Assert.True(ofAccess.GetProperty("active").GetBoolean());
        Assert.Equal(client.Server.Org.Credentials.UserName, ofAccess.GetProperty("username").GetString());
        Assert.Equal("refresh_token", ofRefresh.GetProperty("token_type").GetString());
        Assert.Equal("{\"active\":false}", ofNone.ToString());
    }

    [Fact]
    public async Task IntrospectionWithoutCredentials_IsRefused()
    {
        await using var client = await OAuthClient.StartAsync();

        OAuthClient.AssertRefused(await client.PostAsync("introspect", ("token", client.Server.SessionId)), "invalid_client_id", "client identifier invalid");
    }
}
