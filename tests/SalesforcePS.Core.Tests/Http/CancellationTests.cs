using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Http;

public sealed class CancellationTests
{
    [Fact]
    public async Task CancelledWhileWaitingToRepeat_StopsThere()
    {
        using var stop = new CancellationTokenSource();
        var time = new FakeTime { Patience = TimeSpan.Zero };
        using var fixture = new TransportFixture(new ScriptedHandler(() => Answers.Html(503)), time);

        var sending = fixture.SendAsync(RequestSafety.Once, stop.Token);
        await time.FirstWait;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(1, fixture.Attempts);
    }

    [Theory]
    [InlineData("Read")]
    [InlineData("Once")]
    public async Task CancelledWhileSending_IsACancellationAndNotAnError(string safety)
    {
        using var stop = new CancellationTokenSource();
        var handler = new ScriptedHandler(async (_, cancel) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel);
            return Answers.Json("1");
        });
        using var fixture = new TransportFixture(handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.SendAsync(Enum.Parse<RequestSafety>(safety), stop.Token));
        Assert.Equal(1, fixture.Attempts);
    }

    [Fact]
    public async Task NoAnswerWithinTheDeadline_RepeatsARead()
    {
        var time = new FakeTime();
        var handler = new ScriptedHandler(NeverAnswerFirst(time));
        using var fixture = new TransportFixture(handler, time);

        Assert.Equal("1", await fixture.SendAsync(RequestSafety.Read));
        Assert.Equal(2, fixture.Attempts);
    }

    [Fact]
    public async Task NoAnswerWithinTheDeadline_LeavesTheOutcomeOfAnInsertOpen()
    {
        var time = new FakeTime();
        using var fixture = new TransportFixture(new ScriptedHandler(NeverAnswerFirst(time)), time);

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => fixture.SendAsync(RequestSafety.Once));
        Assert.Contains("No complete answer came within 11 minutes.", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(1, fixture.Attempts);
    }

    private static Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> NeverAnswerFirst(FakeTime time)
    {
        var attempt = 0;
        return async (_, cancel) =>
        {
            if (Interlocked.Increment(ref attempt) > 1)
                return Answers.Json("1");
            time.PassDeadlines();
            await Task.Delay(Timeout.Infinite, cancel);
            return Answers.Json("2");
        };
    }
}
