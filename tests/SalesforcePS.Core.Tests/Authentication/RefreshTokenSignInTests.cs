using System.Security;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class RefreshTokenSignInTests
{
    private static readonly Uri MyDomain = new(FakeOrg.Instance);

    [Theory]
    [InlineData(null)]
    [InlineData("s&cret")]
    public async Task RefreshToken_PostsTheGrantWithTheSecretThatThereIs(string? secret)
    {
        var handler = new ScriptedHandler(() => Answers.Json(OAuthSignInTests.Token()));

        var token = await OAuthSignInTests.SignInAsync(
            handler, new RefreshTokenSignIn(MyDomain, "my client", secret is null ? null : Secret.Of(secret), Secret.Of("5Aep!one")));

        var form = Assert.Single(handler.Requests).Form;
        Assert.Equal(("refresh_token", "5Aep!one", "my client", secret), (form["grant_type"], form["refresh_token"], form["client_id"], form.GetValueOrDefault("client_secret")));
        Assert.Equal("00D!secret", token.Value);
    }

    [Fact]
    public async Task TokenThatIsNotRotated_IsUsedAgainAndNotHandedOn()
    {
        var handler = new ScriptedHandler(() => Answers.Json(OAuthSignInTests.Token()));
        var taken = new List<string>();
        var signIn = Create(taken.Add);

        await OAuthSignInTests.SignInAsync(handler, signIn);
        await OAuthSignInTests.SignInAsync(handler, signIn);

        Assert.Equal(["one", "one"], handler.Requests.Select(request => request.Form["refresh_token"]));
        Assert.Empty(taken);
    }

    [Fact]
    public async Task RotatedToken_IsHandedOnBeforeTheSessionIsUsedAndSpentNext()
    {
        var handler = Rotating();
        var taken = new List<string>();
        var signIn = Create(token => taken.Add($"{token} after {handler.Requests.Count}"));

        await OAuthSignInTests.SignInAsync(handler, signIn);
        await OAuthSignInTests.SignInAsync(handler, signIn);

        Assert.Equal(["one", "rotated1"], handler.Requests.Select(request => request.Form["refresh_token"]));
        Assert.Equal(["rotated1 after 1", "rotated2 after 2"], taken);
    }

    [Fact]
    public async Task TokenThatNobodyTakes_IsInTheErrorAndIsKept()
    {
        var handler = Rotating();
        var full = true;
        var taken = new List<string>();
        var signIn = Create(token =>
        {
            if (full)
                throw new IOException("The disk is full.");
            taken.Add(token);
        });

        var lost = await Assert.ThrowsAsync<RefreshTokenNotKeptException>(() => OAuthSignInTests.SignInAsync(handler, signIn));
        Assert.Equal(("REFRESH_TOKEN_NOT_KEPT", "rotated1"), (lost.ErrorCode, lost.RefreshToken.Reveal()));
        Assert.Equal(
            "Salesforce gave a new refresh token and ended the old one, and the new one could not be handed on: The disk is full.", lost.Message);

        full = false;
        Assert.Equal("00D!2", (await OAuthSignInTests.SignInAsync(handler, signIn)).Value);
        Assert.Equal("rotated1", handler.Requests[1].Form["refresh_token"]);
        Assert.Equal(["rotated2"], taken);
    }

    [Fact]
    public async Task EndedRefreshToken_IsRefusedWithoutShowingIt()
    {
        var handler = new ScriptedHandler(() => Answers.Json("""{"error":"invalid_grant","error_description":"expired access/refresh token"}""", 400));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => OAuthSignInTests.SignInAsync(handler, Create(_ => { })));

        Assert.Equal("invalid_grant", refused.ErrorCode);
        Assert.DoesNotContain("one", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ParallelRequestsOfAnEndedSession_SpendOneRefreshToken()
    {
        var org = RotatingOrg(out var refreshes);
        using var connection = await org.ConnectAsync(Create(_ => { }));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => connection.Schema.GetAsync(i % 2 == 0 ? "Account" : "Contact", CancellationToken.None).AsTask()));

        Assert.Equal(["one", "rotated1"], refreshes);
    }

    [Fact]
    public async Task CallerThatIsCancelled_DoesNotCostTheOthersTheNewToken()
    {
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var org = RotatingOrg(out var refreshes);
        org.OnAsync = async (request, cancellation) =>
        {
            if (request.Path == "/services/oauth2/token" && request.Form["refresh_token"] == "rotated1")
            {
                started.SetResult();
                await goOn.Task.WaitAsync(cancellation);
            }
            return null;
        };
        using var connection = await org.ConnectAsync(Create(_ => { }));

        var cancelled = connection.Schema.GetAsync("Account", stop.Token).AsTask();
        await started.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        goOn.SetResult();
        await connection.Schema.GetAsync("Contact", CancellationToken.None);

        Assert.Equal(["one", "rotated1"], refreshes);
    }

    private static RefreshTokenSignIn Create(Action<string> take) => new(MyDomain, "c", null, Secret.Of("one"))
    {
        OnTokenRefresh = (SecureString token, CancellationToken _) =>
        {
            take(token.Reveal());
            return Task.CompletedTask;
        },
    };

    private static ScriptedHandler Rotating()
    {
        var given = 0;
        return new ScriptedHandler((_, _) => Task.FromResult(Answers.Json(
            $$"""{"access_token":"00D!{{++given}}","refresh_token":"rotated{{given}}","instance_url":"https://na1.salesforce.com","token_type":"Bearer"}""")));
    }

    /// <summary>An org whose first session has ended by the time that objects are described.</summary>
    private static FakeOrg RotatingOrg(out List<string> refreshes)
    {
        var spent = refreshes = [];
        return new FakeOrg
        {
            On = request =>
            {
                if (request.Path.EndsWith("/describe", StringComparison.Ordinal) && request.Authorization == "Bearer 00D!1")
                    return Answers.SessionExpired();
                if (request.Path != "/services/oauth2/token")
                    return null;
                spent.Add(request.Form["refresh_token"]);
                return Answers.Json($$"""{"access_token":"00D!{{spent.Count}}","refresh_token":"rotated{{spent.Count}}","instance_url":"{{FakeOrg.Instance}}","token_type":"Bearer"}""");
            },
        };
    }
}
