using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class LoginTests
{
    [Fact]
    public async Task RightPasswordAndToken_GivesASessionThatServes()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        var answer = await LoginAsync(server, credentials.Password + credentials.SecurityToken);

        var result = answer.Result;
        Assert.Equal($"{server.Url}/services/Soap/u/64.0/{server.Org.Identity.OrganizationId[..15]}", result.Element(SoapAnswer.Partner + "serverUrl")!.Value);
        Assert.Equal(server.Org.Identity.UserId, result.Element(SoapAnswer.Partner + "userId")!.Value);
        server.SessionId = result.Element(SoapAnswer.Partner + "sessionId")!.Value;
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task WrongPassword_IsALoginFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await LoginAsync(server, "wrong");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("sf:INVALID_LOGIN", answer.FaultCode);
        Assert.Equal("INVALID_LOGIN: Invalid username, password, security token; or user locked out.", answer.FaultText);
        Assert.Equal(SoapAnswer.Fault + "LoginFault", answer.FaultDetail.Name);
        Assert.Equal("sf:LoginFault", answer.FaultDetail.Attribute(SoapAnswer.Instance + "type")!.Value);
    }

    [Fact]
    public async Task PasswordWithoutToken_AsksForTheToken()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await LoginAsync(server, server.Org.Credentials.Password);

        Assert.Equal("sf:LOGIN_MUST_USE_SECURITY_TOKEN", answer.FaultCode);
    }

    [Theory]
    [InlineData("65.0")]
    [InlineData("68.0")]
    public async Task VersionWithoutLogin_IsRefused(string version)
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        var answer = await LoginAsync(server, credentials.Password + credentials.SecurityToken, version);

        Assert.Equal($"INVALID_OPERATION: The SOAP Login operation is not available in the API version specified ({version}). Refer to the documentation for supported versions.", answer.FaultText);
    }

    [Theory]
    [InlineData("30.0")]
    [InlineData("69.0")]
    [InlineData("latest")]
    public async Task UnsupportedVersion_IsRefused(string version)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await LoginAsync(server, "any", version);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("sf:UNSUPPORTED_API_VERSION", answer.FaultCode);
    }

    [Fact]
    public async Task Login_CountsAsNoApiCall()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        await LoginAsync(server, credentials.Password + credentials.SecurityToken);

        Assert.Equal(0, server.Org.Usage.Used);
    }

    private static Task<SoapAnswer> LoginAsync(EmulatorServer server, string password, string version = "64.0") => server.SoapMessageAsync(
        $"""
        <se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Header/><se:Body>
        <login xmlns="urn:partner.soap.sforce.com"><username>{server.Org.Credentials.UserName}</username><password>{password}</password></login>
        </se:Body></se:Envelope>
        """,
        version);
}
