using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class BrowserSignInTests
{
    private static readonly Uri MyDomain = new(FakeOrg.Instance);
    private static readonly HttpClient Browser = new();

    [Fact]
    public void Address_AsksForACodeWithPkceAndState()
    {
        using var signIn = new BrowserSignIn(MyDomain, "my client", null, new BrowserSignInOptions { UserName = "ada@example.com" });

        var query = Query(signIn);
        Assert.Equal($"{FakeOrg.Instance}/services/oauth2/authorize", signIn.AuthorizationUri.GetLeftPart(UriPartial.Path));
        Assert.Equal(("code", "my client", "S256", "ada@example.com"), (query["response_type"], query["client_id"], query["code_challenge_method"], query["login_hint"]));
        Assert.Matches(@"^http://localhost:\d+/callback$", query["redirect_uri"]);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", query["state"]);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", query["code_challenge"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("secret")]
    public async Task Callback_IsRedeemedAndTheBrowserToldSo(string? secret)
    {
        var handler = Giving("5Aep!first");
        using var signIn = new BrowserSignIn(MyDomain, "my client", secret is null ? null : Secret.Of(secret), new BrowserSignInOptions());
        var query = Query(signIn);
        var signingIn = OAuthSignInTests.SignInAsync(handler, signIn);

        var page = await Browser.GetStringAsync(Callback(signIn, "code=aPrx%2B1%3D"));

        Assert.Equal("00D!first", (await signingIn).Value);
        Assert.Contains("<h1>You are signed in</h1>", page, StringComparison.Ordinal);
        var form = Assert.Single(handler.Requests).Form;
        Assert.Equal(("authorization_code", "aPrx+1=", "my client", secret), (form["grant_type"], form["code"], form["client_id"], form.GetValueOrDefault("client_secret")));
        Assert.Equal(query["redirect_uri"], form["redirect_uri"]);
        Assert.Equal(query["code_challenge"], Challenge(form["code_verifier"]));
    }

    [Fact]
    public async Task CallbackOfAnotherSignIn_IsRefusedAndTheRightOneStillTaken()
    {
        var handler = Giving("5Aep!first");
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions());
        var signingIn = OAuthSignInTests.SignInAsync(handler, signIn);
        var callback = Query(signIn)["redirect_uri"];

        using var foreign = await Browser.GetAsync(new Uri(callback + "?code=stolen&state=guessed"));
        using var without = await Browser.GetAsync(new Uri(callback + "?code=stolen"));
        using var icon = await Browser.GetAsync(new Uri(callback.Replace("/callback", "/favicon.ico", StringComparison.Ordinal)));
        await Browser.GetStringAsync(Callback(signIn, "code=mine"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (foreign.StatusCode, without.StatusCode, icon.StatusCode));
        await signingIn;
        Assert.Equal("mine", Assert.Single(handler.Requests).Form["code"]);
    }

    [Fact]
    public async Task UserWhoDenies_IsAnAuthenticationError()
    {
        var handler = Giving("5Aep!first");
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions());
        var signingIn = OAuthSignInTests.SignInAsync(handler, signIn);

        var page = await Browser.GetStringAsync(Callback(signIn, "error=access_denied&error_description=end-user+denied+authorization"));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => signingIn);
        Assert.Equal(("access_denied", "org.my.salesforce.com refused the sign-in: end-user denied authorization (access_denied)."), (refused.ErrorCode, refused.Message));
        Assert.Contains("<h1>You are not signed in</h1>", page, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task CodeThatIsRefused_IsAnAuthenticationErrorAndThePageSaysSo()
    {
        var refusing = new ScriptedHandler(() => Answers.Json("""{"error":"invalid_grant","error_description":"invalid <code> verifier"}""", 400));
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions());
        var signingIn = OAuthSignInTests.SignInAsync(refusing, signIn);

        var page = await Browser.GetStringAsync(Callback(signIn, "code=old"));

        Assert.Equal("invalid_grant", (await Assert.ThrowsAsync<AuthenticationException>(() => signingIn)).ErrorCode);
        Assert.Contains("invalid &lt;code&gt; verifier", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyWhoComes_IsAnErrorAfterTheTimeAndThePortIsFree()
    {
        var handler = Giving("5Aep!first");
        var time = new FakeTime();
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions { Timeout = TimeSpan.FromMinutes(10), Time = time });
        var callback = Query(signIn)["redirect_uri"];
        var signingIn = OAuthSignInTests.SignInAsync(handler, signIn);
        using var foreign = await Browser.GetAsync(new Uri(callback + "?code=x&state=y"));

        time.PassDeadlines();

        var late = await Assert.ThrowsAsync<AuthenticationException>(() => signingIn);
        Assert.Equal("SIGN_IN_TIMED_OUT", late.ErrorCode);
        Assert.StartsWith("Nobody signed in within 600 seconds; a callback that did not answer this sign-in was refused.", late.Message, StringComparison.Ordinal);
        using var next = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions { RedirectPort = new Uri(callback).Port });
        Assert.Equal(callback, Query(next)["redirect_uri"]);
    }

    [Fact]
    public async Task Cancelled_StopsWaiting()
    {
        using var stop = new CancellationTokenSource();
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions());
        var org = new FakeOrg();
        var connecting = org.ConnectAsync(signIn, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        Assert.Empty(org.Requests);
    }

    [Fact]
    public void PortThatIsTaken_IsRefused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var refused = Assert.Throws<AuthenticationException>(() => new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions { RedirectPort = port }));

        Assert.Equal("REDIRECT_PORT_UNUSABLE", refused.ErrorCode);
        Assert.StartsWith($"The port {port} of this machine cannot be listened on", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_RenewsItselfByTheRefreshTokenWhichIsHandedOn()
    {
        var handler = Giving("5Aep!first");
        var taken = new List<string>();
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions
        {
            OnTokenRefresh = (token, _) =>
            {
                taken.Add(token.Reveal());
                return Task.CompletedTask;
            },
        });
        Assert.False(signIn.CanRenew);
        var signingIn = OAuthSignInTests.SignInAsync(handler, signIn);
        await Browser.GetStringAsync(Callback(signIn, "code=x"));
        await signingIn;

        Assert.True(signIn.CanRenew);
        await OAuthSignInTests.SignInAsync(handler, signIn);

        Assert.Equal("5Aep!first", handler.Requests[1].Form["refresh_token"]);
        Assert.Equal(["5Aep!first", "5Aep!first"], taken);
    }

    [Fact]
    public async Task AppThatGivesNoRefreshToken_CannotRenew()
    {
        using var signIn = new BrowserSignIn(MyDomain, "c", null, new BrowserSignInOptions());
        var signingIn = OAuthSignInTests.SignInAsync(new ScriptedHandler(() => Answers.Json(OAuthSignInTests.Token())), signIn);
        await Browser.GetStringAsync(Callback(signIn, "code=x"));
        await signingIn;

        Assert.False(signIn.CanRenew);
    }

    private static ScriptedHandler Giving(string refreshToken) => new(() => Answers.Json(
        $$"""{"access_token":"00D!first","refresh_token":"{{refreshToken}}","instance_url":"https://na1.salesforce.com","token_type":"Bearer"}"""));

    private static Uri Callback(BrowserSignIn signIn, string answer) =>
        new($"{Query(signIn)["redirect_uri"]}?{answer}&state={Query(signIn)["state"]}");

    private static Dictionary<string, string> Query(BrowserSignIn signIn) =>
        signIn.AuthorizationUri.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));

    private static string Challenge(string verifier) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
