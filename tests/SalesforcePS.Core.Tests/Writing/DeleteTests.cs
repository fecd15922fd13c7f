using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class DeleteTests
{
    private static readonly WriteOptions Delete = new(RecordOperation.Delete);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeleteRepeatedAfterALostAnswer_TakesRecordsThatAreGoneForDeleted(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest, Result = id => id.Value.EndsWith('1') ? SoapAnswers.Refused("ENTITY_IS_DELETED", "entity is deleted") : null };
        var lost = true;
        org.BeforeAnswer = _ => lost && !(lost = false) ? throw Answers.ConnectionLost() : null;

        var outcomes = await org.WriteAsync(Delete, Input.Of("", ("Id", "001")), Input.Of("", ("Id", "002")));

        Assert.Equal([("001", true), ("002", true)], outcomes.Select(outcome => (outcome.Id!, outcome.Success)));
    }

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 401)]
    [InlineData(false, 503)]
    [InlineData(true, 503)]
    public async Task DeleteRepeatedAfterARefusal_RefusesRecordsThatWereGoneBefore(bool isRest, int status)
    {
        var org = new RecordingOrg { IsRest = isRest, Result = _ => SoapAnswers.Refused("ENTITY_IS_DELETED", "entity is deleted") };
        var isFirst = true;
        org.BeforeAnswer = _ => !isFirst || (isFirst = false) ? null : status == 503
            ? Answers.Unavailable()
            : isRest ? Answers.Error(401, "INVALID_SESSION_ID", "Session expired or invalid") : Answers.Fault("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader");

        var outcome = Assert.Single(await org.WriteAsync(Delete, Input.Of("", ("Id", "001"))));

        Assert.False(isFirst);
        Assert.Equal("ENTITY_IS_DELETED", outcome.Error!.ErrorCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeleteOfARecordThatWasGoneBefore_IsRefused(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest, Result = _ => SoapAnswers.Refused("ENTITY_IS_DELETED", "entity is deleted") };

        var outcome = Assert.Single(await org.WriteAsync(Delete, Input.Of("", ("Id", "001"))));

        Assert.Equal(("ENTITY_IS_DELETED", "001"), (outcome.Error!.ErrorCode, outcome.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeleteWithoutId_IsRefusedAndNotSent(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest };

        var outcomes = await org.WriteAsync(Delete, Input.Of("Account", ("Name", "A")), Input.Of("Account", ("id", "001")));

        Assert.Equal("MISSING_ARGUMENT", outcomes[0].Error!.ErrorCode);
        Assert.Equal(["001"], Assert.Single(org.Writes).Ids);
        Assert.Equal(0, org.Fake.DescribeCalls);
    }
}
