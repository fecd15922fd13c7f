using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class SoapLoginSignInTests
{
    private static readonly Uri LoginHost = new("https://login.salesforce.com");

    [Fact]
    public async Task Login_SendsPasswordAndTokenTogetherToTheLastVersionThatHasIt()
    {
        var handler = new ScriptedHandler(() => Answers.Xml(SoapAnswers.Login("https://na7.salesforce.com/services/Soap/u/64.0/00D000000000001", "00D!soap")));

        var token = await SignInAsync(handler, "<p&ss>", "TOKEN");

        var request = Assert.Single(handler.Requests);
        Assert.Equal("https://login.salesforce.com/services/Soap/u/64.0", request.Uri.AbsoluteUri);
        Assert.Equal(("\"\"", "text/xml; charset=UTF-8"), (request.Headers["SOAPAction"], request.Headers["Content-Type"]));
        Assert.Equal(["ada@example.com", "<p&ss>TOKEN"], request.Operation.Elements().Select(element => element.Value));
        Assert.Null(request.Authorization);
        Assert.Equal(("00D!soap", new Uri("https://na7.salesforce.com")), (token.Value, token.InstanceUri));
    }

    [Fact]
    public async Task LoginWithoutSecurityToken_SendsThePasswordAlone()
    {
        var handler = new ScriptedHandler(() => Answers.Xml(SoapAnswers.Login("https://na7.salesforce.com/services/Soap/u/64.0", "00D!soap")));

        await SignInAsync(handler, "password", null);

        Assert.Equal("password", Assert.Single(handler.Requests).Operation.Elements().Last().Value);
    }

    [Fact]
    public async Task RecordedAnswer_GivesTheSession()
    {
        var handler = new ScriptedHandler(() => Answers.Xml(ReferenceData.Read("recorded/soapforce-soap-xml/spec__fixtures__login_response.xml")));

        var token = await SignInAsync(handler, "p", null);

        Assert.Equal("https://na7.salesforce.com/", token.InstanceUri.AbsoluteUri);
        Assert.StartsWith("00DA0000000YpZ4!ARAAQEH.", token.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiredPassword_IsARefusalThoughTheAnswerIsGood()
    {
        var handler = new ScriptedHandler(() => Answers.Xml(SoapAnswers.Login("https://na7.salesforce.com/services/Soap/u/64.0", "00D!soap", passwordExpired: true)));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(handler, "p", null));

        Assert.Equal("INVALID_OPERATION_WITH_EXPIRED_PASSWORD", refused.ErrorCode);
        Assert.Contains("has expired", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INVALID_LOGIN", "Invalid username, password, security token; or user locked out.")]
    [InlineData("LOGIN_MUST_USE_SECURITY_TOKEN", "Use your security token.")]
    [InlineData("PASSWORD_LOCKOUT", "Locked out.")]
    [InlineData("INVALID_OPERATION", "SOAP API login() is disabled by default in this org")]
    public async Task EveryRefusal_IsAnAuthenticationErrorAndAskedOnce(string code, string message)
    {
        var handler = new ScriptedHandler(() => Answers.Fault(code, message));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(handler, "hunter2", "TOKEN"));

        Assert.Equal(code, refused.ErrorCode);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task AnswerWithoutASession_IsAProtocolError()
    {
        var handler = new ScriptedHandler(() => Answers.Xml(SoapAnswers.Envelope("<loginResponse><result><sandbox>false</sandbox></result></loginResponse>")));

        var wrong = await Assert.ThrowsAsync<ProtocolException>(() => SignInAsync(handler, "p", null));

        Assert.Equal("Salesforce's answer to login() has no session.", wrong.Message);
    }

    private static Task<SalesforcePS.Core.Http.AccessToken> SignInAsync(ScriptedHandler handler, string password, string? token) =>
        OAuthSignInTests.SignInAsync(handler, new SoapLoginSignIn(LoginHost, "ada@example.com", Secret.Of(password), token is null ? null : Secret.Of(token)));
}
