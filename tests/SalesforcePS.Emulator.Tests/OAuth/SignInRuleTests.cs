using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.OAuth;

/// <summary>Each refusal of an org that a test can ask for.</summary>
public sealed class SignInRuleTests
{
    [Theory]
    [InlineData("{\"runAsUser\":\"\"}", "invalid_grant", "no client credentials user enabled")]
    [InlineData("{\"myDomain\":false}", "invalid_grant", "request not supported on this domain")]
    [InlineData("{\"networkRefused\":true}", "invalid_grant", "ip restricted")]
    public async Task ClientCredentials_AreRefused(string rules, string error, string description)
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(rules);

        OAuthClient.AssertRefused(await client.PostAsync("token", [.. client.Credentials, ("grant_type", "client_credentials")]), error, description);
    }

    [Theory]
    [InlineData("{\"passwordFlow\":false}", "invalid_grant", "authentication failure")]
    [InlineData("{\"passwordExpired\":true}", "invalid_grant", "authentication failure")]
    [InlineData("{\"networkRefused\":true}", "invalid_grant", "ip restricted")]
    [InlineData("{\"appApproved\":false}", "OAUTH_APP_ACCESS_DENIED", "user is not admin approved to access this app")]
    public async Task PasswordFlow_IsRefused(string rules, string error, string description)
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(rules);

        OAuthClient.AssertRefused(await PasswordAsync(client, client.Server.Org.Credentials.Password + client.Server.Org.Credentials.SecurityToken), error, description);
    }

    [Fact]
    public async Task TrustedNetwork_NeedsNoSecurityToken()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { requireSecurityToken = false });

        Assert.Equal(HttpStatusCode.OK, (await PasswordAsync(client, client.Server.Org.Credentials.Password)).Status);
    }

    [Theory]
    [InlineData("{\"soapLogin\":false}", "sf:INVALID_OPERATION", "INVALID_OPERATION: SOAP API login() is disabled by default in this org")]
    [InlineData("{\"networkRefused\":true}", "sf:LOGIN_DURING_RESTRICTED_DOMAIN", "LOGIN_DURING_RESTRICTED_DOMAIN: cannot log in from current domain")]
    [InlineData("{\"apiEnabled\":false}", "sf:API_DISABLED_FOR_ORG", "API_DISABLED_FOR_ORG: API is not enabled for this Organization or Partner")]
    public async Task SoapLogin_IsRefused(string rules, string code, string text)
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(rules);

        var answer = await LoginAsync(client.Server);

        Assert.Equal((HttpStatusCode.InternalServerError, code, text), (answer.Status, answer.FaultCode, answer.FaultText));
    }

    [Fact]
    public async Task ExpiredPassword_GivesASessionThatServesForNothing()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { passwordExpired = true });

        var login = await LoginAsync(client.Server);
        client.Server.SessionId = login.Result.Element(SoapAnswer.Partner + "sessionId")!.Value;
        var rest = await client.Server.GetAsync("limits");
        var soap = await client.Server.SoapAsync("<getUserInfo/>");

        Assert.Equal("true", login.Result.Element(SoapAnswer.Partner + "passwordExpired")!.Value);
        Assert.Equal((HttpStatusCode.Forbidden, "INVALID_OPERATION_WITH_EXPIRED_PASSWORD"), (rest.Status, rest.ErrorCode));
        Assert.Equal("sf:INVALID_OPERATION_WITH_EXPIRED_PASSWORD", soap.FaultCode);
    }

    [Fact]
    public async Task OrgWithoutApi_RefusesCalls()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { apiEnabled = false });

        var answer = await client.Server.GetAsync("limits");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(("API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization."), (answer.ErrorCode, answer.ErrorMessage));
    }

    [Fact]
    public async Task Reset_BringsTheRulesBack()
    {
        await using var client = await OAuthClient.StartAsync();
        await client.SetAsync(new { apiEnabled = false });

        await client.Server.PostAsync("/__emulator/reset", new { });

        Assert.Equal(HttpStatusCode.OK, (await client.Server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task UnknownRule_IsRefused()
    {
        await using var client = await OAuthClient.StartAsync();

        var answer = await client.Server.PostAsync("/__emulator/sign-in", new { nonsense = true });

        Assert.Equal((HttpStatusCode.BadRequest, "JSON_PARSER_ERROR"), (answer.Status, answer.ErrorCode));
    }

    private static Task<RestAnswer> PasswordAsync(OAuthClient client, string password) => client.PostAsync(
        "token", [.. client.Credentials, ("grant_type", "password"), ("username", client.Server.Org.Credentials.UserName), ("password", password)]);

    private static Task<SoapAnswer> LoginAsync(EmulatorServer server)
    {
        var credentials = server.Org.Credentials;
        return server.SoapMessageAsync($"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
            <login xmlns="urn:partner.soap.sforce.com"><username>{credentials.UserName}</username><password>{credentials.Password}{credentials.SecurityToken}</password></login>
            </soapenv:Body></soapenv:Envelope>
            """);
    }
}
