using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class LockedRecordTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LockedRecords_AreTriedAgainTheyAlone(bool isRest)
    {
        var tries = 0;
        var org = new RecordingOrg { IsRest = isRest };
        org.Result = element => element.Value.Contains("A1", StringComparison.Ordinal) && ++tries < 3 ? SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "locked") : null;

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(3));

        Assert.Equal(["A0,A1,A2", "A1", "A1"], org.Writes.Select(request => string.Join(',', request.FieldValues("Name"))));
        Assert.Equal(3, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(outcome.Success));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], org.Fake.Time.Waits);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RecordThatStaysLocked_IsRefusedInTheEnd(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest, Result = element => element.Value.Contains("A1", StringComparison.Ordinal) ? SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "locked") : null };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(2));

        Assert.Equal(4, org.Writes.Count);
        Assert.Equal("UNABLE_TO_LOCK_ROW", Assert.Single(outcomes, outcome => !outcome.Success).Error!.ErrorCode);
        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public async Task CancelledWhileLockedRecordsWait_StopsThere()
    {
        using var stop = new CancellationTokenSource();
        var org = new RecordingOrg { Result = _ => SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "locked") };
        var time = new FakeTime { Patience = TimeSpan.Zero };
        var fake = new FakeOrg { Time = time, On = request => request.IsSoap && request.Operation.Name.LocalName == "create" ? org.Take(request) : null };
        using var connection = await fake.ConnectAsync();

        var writing = new SoapRecordWriter(connection, Insert).WriteAsync(Input.Accounts(1).ToAsync(), stop.Token).ToListAsync();
        await time.FirstWait;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.Single(fake.Writes);
    }
}
