using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Http;

public sealed class SessionRenewalTests
{
    [Fact]
    public async Task ExpiredSession_IsRenewedOnceAndTheRequestGoesOutWithTheNewToken()
    {
        using var fixture = new TransportFixture(Answers.SessionExpired, () => Answers.Json("\"done\""));

        Assert.Equal("\"done\"", await fixture.SendAsync(RequestSafety.Once));
        Assert.Equal(["Bearer token0", "Bearer token1"], fixture.Handler.Requests.Select(request => request.Authorization));
        Assert.Equal(2, fixture.Usage.Calls[ApiCallKind.Rest]);
    }

    [Fact]
    public async Task SessionThatIsNeverGood_IsRenewedOnceOnly()
    {
        using var fixture = new TransportFixture(Answers.SessionExpired);

        var ended = await Assert.ThrowsAsync<AuthenticationException>(() => fixture.SendAsync(RequestSafety.Read));
        Assert.Equal(("INVALID_SESSION_ID", 401), (ended.ErrorCode, ended.StatusCode));
        Assert.Equal((1, 2), (fixture.Tokens.Renewals, fixture.Attempts));
    }

    [Theory]
    [InlineData("Connected app is not attached to Agent")]
    [InlineData("This session is not valid for use with the REST API")]
    public async Task SessionOfTheWrongKind_IsNotRenewed(string message)
    {
        using var fixture = new TransportFixture(() => Answers.Error(401, "INVALID_SESSION_ID", message));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => fixture.SendAsync(RequestSafety.Read));
        Assert.Equal(message, refused.Message);
        Assert.Equal((0, 1), (fixture.Tokens.Renewals, fixture.Attempts));
    }

    [Fact]
    public async Task UnauthorizedWithoutAnErrorOfSalesforces_IsRenewedToo()
    {
        using var fixture = new TransportFixture(() => Answers.Html(401), () => Answers.Json("\"done\""));

        Assert.Equal("\"done\"", await fixture.SendAsync(RequestSafety.Once));
        Assert.Equal(1, fixture.Tokens.Renewals);
    }

    [Fact]
    public async Task ExpiredSessionInASoapFault_IsRenewedToo()
    {
        using var fixture = new TransportFixture(
            () => Answers.Fault("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session"), () => Answers.Json("\"done\""));

        Assert.Equal("\"done\"", await fixture.SendAsync(RequestSafety.Once));
        Assert.Equal(1, fixture.Tokens.Renewals);
    }

    [Fact]
    public async Task LostAnswerThenExpiredSession_LeavesTheOutcomeOfAnUpdateOpenWhenItIsNotCured()
    {
        using var fixture = new TransportFixture(() => throw Answers.ConnectionLost(), Answers.SessionExpired);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => fixture.SendAsync(RequestSafety.Idempotent));
        Assert.Equal(1, fixture.Tokens.Renewals);
    }

    [Fact]
    public async Task ParallelRequestsOnAnExpiredSession_RenewItOnceBetweenThem()
    {
        const int parallel = 8;
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();
        org.OnAsync = async (request, _) =>
        {
            if (request.Path != "/call" || request.Authorization != "Bearer 00D!token1")
                return request.Path == "/call" ? Answers.Json("1") : null;
            if (Interlocked.Increment(ref arrived) == parallel)
                all.SetResult();
            await all.Task;
            return Answers.SessionExpired();
        };

        await Task.WhenAll(Enumerable.Range(0, parallel).Select(_ => CallAsync(connection)));

        Assert.Equal(2, org.Requests.Count(request => request.Path == "/services/oauth2/token"));
    }

    [Fact]
    public async Task SessionByAccessToken_CannotRenewItselfAndSaysSo()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync(new AccessTokenSignIn(Secret.Of("00D!mine"), new Uri(FakeOrg.Instance)));
        org.On = request => request.Path == "/call" ? Answers.SessionExpired() : null;

        var ended = await Assert.ThrowsAsync<AuthenticationException>(() => CallAsync(connection));
        Assert.Equal("The session has ended, and a session by access token cannot renew itself. Connect again.", ended.Message);
        Assert.Equal("INVALID_SESSION_ID", ended.ErrorCode);
    }

    [Fact]
    public async Task RenewalRefused_IsTheErrorOfTheRequestAndNotAnOpenOutcome()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();
        org.On = request => request.Path switch
        {
            "/call" => Answers.SessionExpired(),
            "/services/oauth2/token" => Answers.Json("""{"error":"invalid_client","error_description":"invalid client credentials"}""", 400),
            _ => null,
        };

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => CallAsync(connection, RequestSafety.Once));
        Assert.Equal("invalid_client", refused.ErrorCode);
    }

    private static Task<string> CallAsync(SalesforceConnection connection, RequestSafety safety = RequestSafety.Read) => connection.Transport.SendAsync(
        new ApiRequest(ApiCallKind.Rest, safety, token => new(HttpMethod.Get, new Uri(token!.InstanceUri, "/call"))),
        static (response, cancel) => response.Content.ReadAsStringAsync(cancel),
        CancellationToken.None);
}
