using System.Net.Http.Headers;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Http;

public sealed class RetryTests
{
    private static readonly Func<HttpResponseMessage> Good = () => Answers.Json("\"done\"");

    [Theory]
    [InlineData("Read")]
    [InlineData("Idempotent")]
    [InlineData("Once")]
    public async Task ConnectFailure_RepeatsWhateverTheSafety(string safety)
    {
        using var fixture = new TransportFixture(() => throw Answers.ConnectFailure(), Good);

        Assert.Equal("\"done\"", await fixture.SendAsync(Safety(safety)));
        Assert.Equal(2, fixture.Attempts);
    }

    [Theory]
    [InlineData("Read", 420)]
    [InlineData("Idempotent", 429)]
    [InlineData("Once", 420)]
    [InlineData("Once", 429)]
    [InlineData("Once", 503)]
    public async Task ServerThatDidNotTakeIt_RepeatsWhateverTheSafety(string safety, int status)
    {
        using var fixture = new TransportFixture(() => Answers.Html(status), Good);

        Assert.Equal("\"done\"", await fixture.SendAsync(Safety(safety)));
        Assert.Equal(2, fixture.Attempts);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task ErrorOfAnEdgeServer_RepeatsAReadAndLeavesTheOutcomeOfAnInsertOpen(int status)
    {
        using var read = new TransportFixture(() => Answers.Html(status), Good);
        using var insert = new TransportFixture(() => Answers.Html(status), Good);

        Assert.Equal("\"done\"", await read.SendAsync(RequestSafety.Read));
        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => insert.SendAsync(RequestSafety.Once));
        Assert.Equal("OUTCOME_UNKNOWN", unknown.ErrorCode);
        Assert.Contains("so it was not repeated", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(1, insert.Attempts);
    }

    [Theory]
    [InlineData("Read")]
    [InlineData("Idempotent")]
    public async Task AnswerBrokenOff_RepeatsWhatMayBeRepeated(string safety)
    {
        using var fixture = new TransportFixture(() => Answers.BrokenOff("\"do"), Good);

        Assert.Equal("\"done\"", await fixture.SendAsync(Safety(safety)));
    }

    [Fact]
    public async Task AnswerBrokenOff_LeavesTheOutcomeOfAnInsertOpen()
    {
        using var fixture = new TransportFixture(() => Answers.BrokenOff("\"do"), Good);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => fixture.SendAsync(RequestSafety.Once));
        Assert.Equal(1, fixture.Attempts);
    }

    [Fact]
    public async Task LostAnswerThenConnectFailures_LeavesTheOutcomeOfAnUpdateOpen()
    {
        using var fixture = new TransportFixture(() => throw Answers.ConnectionLost(), () => throw Answers.ConnectFailure());

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => fixture.SendAsync(RequestSafety.Idempotent));
        Assert.Contains("does no harm", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(6, fixture.Attempts);
    }

    [Fact]
    public async Task ConnectFailuresOnly_AreAConnectionErrorAndNotAnOpenOutcome()
    {
        using var fixture = new TransportFixture(() => throw Answers.ConnectFailure());

        var failure = await Assert.ThrowsAsync<ConnectionException>(() => fixture.SendAsync(RequestSafety.Once));
        Assert.Equal("CONNECTION_FAILED", failure.ErrorCode);
        Assert.Equal("Salesforce could not be reached: Connection refused", failure.Message);
        Assert.Equal(6, fixture.Attempts);
    }

    [Fact]
    public async Task ConnectTimeout_RepeatsAnInsert()
    {
        using var fixture = new TransportFixture(() => throw new TaskCanceledException("late", new TimeoutException("A connection could not be established.")), Good);

        Assert.Equal("\"done\"", await fixture.SendAsync(RequestSafety.Once));
    }

    [Fact]
    public async Task CertificateNotTrusted_IsNotTriedAgain()
    {
        using var fixture = new TransportFixture(() => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "untrusted"), Good);

        await Assert.ThrowsAsync<ConnectionException>(() => fixture.SendAsync(RequestSafety.Once));
        Assert.Equal(1, fixture.Attempts);
    }

    [Fact]
    public async Task SoapFault_IsFinal()
    {
        using var fixture = new TransportFixture(() => Answers.Fault("INVALID_FIELD", "No such column"), Good);

        var refused = await Assert.ThrowsAsync<SalesforceException>(() => fixture.SendAsync(RequestSafety.Read));
        Assert.Equal(("INVALID_FIELD", "No such column", 500), (refused.ErrorCode, refused.Message, refused.StatusCode));
        Assert.Equal(1, fixture.Attempts);
    }

    [Fact]
    public async Task SoapFaultOnAnInsert_IsARefusalAndNotAnOpenOutcome()
    {
        using var fixture = new TransportFixture(() => Answers.Fault("UNKNOWN_EXCEPTION", "An unexpected error occurred."));

        var refused = await Assert.ThrowsAsync<SalesforceException>(() => fixture.SendAsync(RequestSafety.Once));
        Assert.Equal("UNKNOWN_EXCEPTION", refused.ErrorCode);
        Assert.Equal(1, fixture.Attempts);
    }

    [Fact]
    public async Task ConcurrentRequestLimit_IsWaitedFor()
    {
        using var fixture = new TransportFixture(Answers.ConcurrentLimit, Good);

        Assert.Equal("\"done\"", await fixture.SendAsync(RequestSafety.Once));
        Assert.Single(fixture.Time.Waits);
    }

    [Fact]
    public async Task DailyLimit_IsNotTriedAgain()
    {
        using var fixture = new TransportFixture(Answers.DailyLimit, Good);

        var limit = await Assert.ThrowsAsync<RequestLimitException>(() => fixture.SendAsync(RequestSafety.Read));
        Assert.Equal(("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), (limit.ErrorCode, limit.Message));
        Assert.Equal(1, fixture.Attempts);
    }

    [Fact]
    public async Task RetryAfterInSeconds_IsTheWait()
    {
        using var fixture = new TransportFixture(() => Answers.Unavailable(new RetryConditionHeaderValue(TimeSpan.FromSeconds(17))), Good);

        await fixture.SendAsync(RequestSafety.Once);
        Assert.Equal([TimeSpan.FromSeconds(17)], fixture.Time.Waits);
    }

    [Fact]
    public async Task RetryAfterAsADate_IsWaitedForAndNoLongerThanTwoMinutes()
    {
        var time = new FakeTime();
        using var fixture = new TransportFixture(
            new ScriptedHandler(
                () => Answers.Unavailable(new RetryConditionHeaderValue(time.GetUtcNow().AddSeconds(42)), 429),
                () => Answers.Unavailable(new RetryConditionHeaderValue(time.GetUtcNow().AddHours(1))),
                Good),
            time);

        await fixture.SendAsync(RequestSafety.Once);
        Assert.Equal([TimeSpan.FromSeconds(42), TimeSpan.FromMinutes(2)], time.Waits);
    }

    [Fact]
    public async Task Repeats_WaitLongerAndEndAfterFive()
    {
        using var fixture = new TransportFixture(() => Answers.Html(503));

        var refused = await Assert.ThrowsAsync<SalesforceException>(() => fixture.SendAsync(RequestSafety.Read));
        Assert.Equal("HTTP_503", refused.ErrorCode);
        Assert.Equal(6, fixture.Attempts);
        Assert.Equal(5, fixture.Time.Waits.Count);
        Assert.InRange(fixture.Time.Waits.Sum(wait => wait.TotalSeconds), 2, 60);
    }

    private static RequestSafety Safety(string name) => Enum.Parse<RequestSafety>(name);
}
