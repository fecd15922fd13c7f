using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class ValidateTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert) { Validate = true };

    [Theory]
    [InlineData("NumberOfEmployees", "many")]
    [InlineData("AnnualRevenue", "1,5")]
    [InlineData("IsActive__c", "perhaps")]
    [InlineData("Founded__c", "26.11.2026")]
    public async Task ValueThatNoFieldOfTheTypeHolds_IsRefusedAndNotSent(string field, string value)
    {
        var org = new RecordingOrg();

        var outcome = Assert.Single(await org.WriteAsync(Insert, Input.Of("Account", ("Name", "A"), (field, value))));

        Assert.Equal("INVALID_TYPE_ON_FIELD_IN_RECORD", outcome.Error!.ErrorCode);
        Assert.Equal([field], outcome.Error.Fields);
        Assert.Contains(value, outcome.Error.Message, StringComparison.Ordinal);
        Assert.Empty(org.Writes);
    }

    [Fact]
    public async Task GoodRecord_IsSentAsWithoutIt()
    {
        var org = new RecordingOrg();

        var outcome = Assert.Single(await org.WriteAsync(
            Insert, Input.Of("Account", ("Name", "A"), ("NumberOfEmployees", 12), ("AnnualRevenue", 1.5m), ("IsActive__c", "yes"), ("Founded__c", new DateTime(2026, 11, 26)))));

        Assert.True(outcome.Success);
        Assert.Single(org.Writes);
    }

    [Fact]
    public async Task IdOfAnotherObjectInAReference_IsRefused()
    {
        var org = new RecordingOrg();
        org.Fake.Pages[$"{FakeOrg.Rest}/sobjects"] = """{"sobjects":[{"name":"Account","keyPrefix":"001"},{"name":"Contact","keyPrefix":"003"}]}""";

        var outcomes = await org.WriteAsync(
            Insert,
            Input.Of("Account", ("Name", "A"), ("ParentId", "003000000000001AAA")),
            Input.Of("Account", ("Name", "B"), ("ParentId", "001000000000001AAA")),
            Input.Of("Account", ("Name", "C"), ("ParentId", "zzz000000000001AAA")));

        Assert.Equal(["FIELD_INTEGRITY_EXCEPTION", null, null], outcomes.OrderBy(outcome => outcome.Record.Fields[0].Value).Select(outcome => outcome.Error?.ErrorCode));
        Assert.Equal(["B", "C"], Assert.Single(org.Writes).FieldValues("Name"));
    }

    [Fact]
    public async Task RecordRefusedBeforeItIsSent_RollsBackItsRequestAlone()
    {
        var org = new RecordingOrg();

        var outcomes = await org.WriteAsync(
            Insert with { AllOrNone = true, BatchSize = 2 },
            Input.Of("Account", ("Name", "A")),
            Input.Of("Account", ("Name", "B"), ("AnnualRevenue", "x")),
            Input.Of("Account", ("Name", "C")),
            Input.Of("Account", ("Name", "D")));

        Assert.Equal(
            [("A", "ALL_OR_NONE_OPERATION_ROLLED_BACK"), ("B", "INVALID_TYPE_ON_FIELD_IN_RECORD"), ("C", null), ("D", null)],
            outcomes.Select(outcome => ((string)outcome.Record.Fields[0].Value!, outcome.Error?.ErrorCode)).Order());
        Assert.Equal(["C", "D"], Assert.Single(org.Writes).FieldValues("Name"));
    }
}
