using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class OAuthSignInTests
{
    private const string Recorded = "recorded/restforce-json/spec__fixtures__";
    private static readonly Uri MyDomain = new(FakeOrg.Instance);

    [Fact]
    public async Task ClientCredentials_PostsTheGrantAsAForm()
    {
        var handler = new ScriptedHandler(() => Answers.Json(Token()));

        var token = await SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "my client", Secret.Of("s&cret=+ä")));

        var request = Assert.Single(handler.Requests);
        Assert.Equal(("POST", $"{FakeOrg.Instance}/services/oauth2/token"), (request.Method.Method, request.Uri.AbsoluteUri));
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.Equal("client_credentials", request.Form["grant_type"]);
        Assert.Equal(("my client", "s&cret=+ä"), (request.Form["client_id"], request.Form["client_secret"]));
        Assert.Null(request.Authorization);
        Assert.Equal(("00D!secret", new Uri("https://na1.salesforce.com")), (token.Value, token.InstanceUri));
    }

    [Fact]
    public async Task Password_PostsTheGrantWithTheSecurityTokenBehindThePassword()
    {
        var handler = new ScriptedHandler(() => Answers.Json(Token()));

        await SignInAsync(handler, new PasswordSignIn(MyDomain, "c", Secret.Of("s"), "ada@example.com", Secret.Of("pass&word"), Secret.Of("TOKEN")));

        var form = Assert.Single(handler.Requests).Form;
        Assert.Equal(("password", "c", "s"), (form["grant_type"], form["client_id"], form["client_secret"]));
        Assert.Equal(("ada@example.com", "pass&wordTOKEN"), (form["username"], form["password"]));
    }

    [Fact]
    public async Task RecordedAnswer_IsAToken()
    {
        var handler = new ScriptedHandler(() => Answers.Json(ReferenceData.Read(Recorded + "auth_success_response.json")));

        var token = await SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("s")));

        Assert.StartsWith("00D", token.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenThatIsNotBearer_FailsEarly()
    {
        var handler = new ScriptedHandler(() => Answers.Json(Token("DPoP")));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("s"))));

        Assert.Equal("UNSUPPORTED_TOKEN_TYPE", refused.ErrorCode);
        Assert.StartsWith("The org gives 'DPoP' tokens", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_grant", "request not supported on this domain", 400)]
    [InlineData("invalid_client", "invalid client credentials", 401)]
    [InlineData("unsupported_grant_type", "grant type not supported", 400)]
    public async Task Refusal_IsAnAuthenticationErrorWithTheCodeAndTheHost(string code, string description, int status)
    {
        var handler = new ScriptedHandler(() => Answers.Json($$"""{"error":"{{code}}","error_description":"{{description}}"}""", status));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("s"))));

        Assert.Equal((code, status), (refused.ErrorCode, refused.StatusCode));
        Assert.Equal($"org.my.salesforce.com refused the sign-in: {description} ({code}).", refused.Message);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("<html>Not an org</html>")]
    [InlineData("""{"access_token":null,"instance_url":"https://x"}""")]
    [InlineData("""{"instance_url":"https://x"}""")]
    [InlineData("[]")]
    public async Task AnswerThatIsNoToken_IsAProtocolError(string body)
    {
        var handler = new ScriptedHandler(() => Answers.Json(body));

        var wrong = await Assert.ThrowsAsync<ProtocolException>(() => SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("s"))));

        Assert.Equal("The token endpoint's answer is not a token: is the login URL that of Salesforce?", wrong.Message);
    }

    [Fact]
    public async Task BusyTokenEndpoint_IsAskedAgain()
    {
        var handler = new ScriptedHandler(() => Answers.Html(503), () => throw Answers.ConnectionLost(), () => Answers.Json(Token()));

        Assert.Equal("00D!secret", (await SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("s")))).Value);
    }

    [Fact]
    public async Task PlainHttp_IsRefusedBeforeAnythingIsSent()
    {
        var handler = new ScriptedHandler(() => Answers.Json(Token()));

        var refused = await Assert.ThrowsAsync<SalesforceException>(
            () => SignInAsync(handler, new ClientCredentialsSignIn(new Uri("http://org.my.salesforce.com"), "c", Secret.Of("s"))));

        Assert.Equal("HTTPS_REQUIRED", refused.ErrorCode);
        Assert.Contains("'http://org.my.salesforce.com' is not an https address", refused.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://[::1]:5000")]
    public async Task PlainHttpToThisMachine_IsAllowed(string loginUrl)
    {
        var handler = new ScriptedHandler(() => Answers.Json(Token()));

        Assert.Equal("00D!secret", (await SignInAsync(handler, new ClientCredentialsSignIn(new Uri(loginUrl), "c", Secret.Of("s")))).Value);
    }

    [Fact]
    public async Task Token_IsNeverPrinted()
    {
        var handler = new ScriptedHandler(() => Answers.Json(Token()));
        var token = await SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("s")));

        Assert.Equal("session at na1.salesforce.com", token.ToString());
        Assert.Equal("session at na1.salesforce.com", $"{token}");
    }

    [Fact]
    public async Task TokenEndpointThatFails_DoesNotRepeatTheSecretInItsError()
    {
        var handler = new ScriptedHandler(() => Answers.Html(404));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(handler, new ClientCredentialsSignIn(MyDomain, "c", Secret.Of("topsecret"))));

        Assert.DoesNotContain("topsecret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00D!AR8AQ\r\n", "00D!AR8AQ")]
    [InlineData(" 00D!AR8AQ ", "00D!AR8AQ")]
    public async Task AccessTokenWithSpaceAround_IsTaken(string pasted, string expected) =>
        Assert.Equal(expected, (await SignInAsync(new ScriptedHandler(), new AccessTokenSignIn(Secret.Of(pasted), MyDomain))).Value);

    [Theory]
    [InlineData("")]
    [InlineData("00D!AR\n8AQ")]
    [InlineData("00D!ÄR8AQ")]
    public async Task AccessTokenThatCannotBeOne_IsRefusedWithoutShowingIt(string pasted)
    {
        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(new ScriptedHandler(), new AccessTokenSignIn(Secret.Of(pasted), MyDomain)));

        Assert.Equal(("INVALID_ACCESS_TOKEN", "The access token is empty or has characters that no token has."), (refused.ErrorCode, refused.Message));
    }

    internal static async Task<AccessToken> SignInAsync(ScriptedHandler handler, SignIn signIn)
    {
        using var http = HttpClientFactory.Create(null, handler);
        return await signIn.SignInAsync(new ApiTransport(http, new RetryPolicy(new FakeTime()), new ApiUsage()), CancellationToken.None);
    }

    internal static string Token(string type = "Bearer") =>
        $$"""{"access_token":"00D!secret","instance_url":"https://na1.salesforce.com","id":"https://login.salesforce.com/id/00D/005","token_type":"{{type}}"}""";
}
