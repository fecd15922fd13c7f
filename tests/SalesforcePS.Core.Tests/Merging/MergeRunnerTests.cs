using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Merging;
using SalesforcePS.Core.Tests.Soap;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Merging;

public sealed class MergeRunnerTests
{
    private const string Master = "001000000000001AAA";
    private const string Second = "001000000000002AAA";
    private const string Third = "001000000000003AAA";
    private static readonly WriteOptions Update = new(RecordOperation.Update);

    [Fact]
    public async Task Request_IsValidAndItsAnswersAreBoundToTheMerges()
    {
        var org = OrgThatAnswers(
            $"<id>{Master}</id><mergedRecordIds>{Second}</mergedRecordIds><mergedRecordIds>{Third}</mergedRecordIds><success>true</success><updatedRelatedIds>003000000000001AAA</updatedRelatedIds>",
            SoapAnswers.Refused("ENTITY_IS_DELETED", "entity is deleted"));

        var outcomes = await MergeAsync(
            org,
            Update with { AllowDuplicates = true },
            Merge(Input.Of("Account", ("Id", Master), ("Name", "A"), ("Phone", null), ("Parent.Key__c", "K")), Second, Third),
            Merge(Input.Of("Account", ("Id", Second)), Third));

        var request = Assert.Single(org.Writes);
        Assert.Empty(PartnerSchema.Check(request.Body));
        Assert.Equal(["masterRecord", "recordToMergeIds", "recordToMergeIds"], request.Operation.Elements().First().Elements().Select(element => element.Name.LocalName));
        Assert.Equal((Master, null), (outcomes[0].Id, outcomes[0].Error));
        Assert.Equal([Second, Third], outcomes[0].MergedIds);
        Assert.Equal(["003000000000001AAA"], outcomes[0].UpdatedRelatedIds);
        Assert.Equal("ENTITY_IS_DELETED", Assert.IsType<RecordException>(outcomes[1].Error).ErrorCode);
    }

    [Fact]
    public async Task MergeThatCannotBeSent_DoesNotHoldUpTheOthers()
    {
        var org = OrgThatAnswers($"<id>{Second}</id><mergedRecordIds>{Third}</mergedRecordIds><success>true</success>");

        var outcomes = await MergeAsync(
            org,
            Update,
            Merge(Input.Of("Account", ("Id", Master), ("Nam", "A")), Second),
            Merge(Input.Of("Account", ("Id", Second)), Third),
            Merge(Input.Of("Account", ("Id", Master)), "x<y"));

        Assert.Equal(["INVALID_FIELD", null, "MALFORMED_ID"], outcomes.Select(outcome => outcome.Error?.ErrorCode));
        Assert.Single(Assert.Single(org.Writes).Operation.Elements());
    }

    [Fact]
    public async Task LockedMerge_IsTriedAgainAloneAndGivenUpAtLast()
    {
        var sent = 0;
        var org = new FakeOrg
        {
            On = request => !IsMerge(request) ? null : Answers.Xml(SoapAnswers.Results("merge", ++sent == 1
                ? [SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "locked"), $"<id>{Second}</id><mergedRecordIds>{Third}</mergedRecordIds><success>true</success>"]
                : [SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "locked")])),
        };

        var outcomes = await MergeAsync(org, Update, Merge(Input.Of("Account", ("Id", Master)), Third), Merge(Input.Of("Account", ("Id", Second)), Third));

        Assert.Equal([2, 1, 1, 1], org.Writes.Select(request => request.Operation.Elements().Count()));
        Assert.Equal(["UNABLE_TO_LOCK_ROW", null], outcomes.Select(outcome => outcome.Error?.ErrorCode));
    }

    [Fact]
    public async Task AnswerThatIsLost_IsNotAskedForAgain()
    {
        var org = new FakeOrg { On = request => IsMerge(request) ? throw Answers.ConnectionLost() : null };

        var outcome = Assert.Single(await MergeAsync(org, Update, Merge(Input.Of("Account", ("Id", Master)), Second)));

        Assert.IsType<OutcomeUnknownException>(outcome.Error);
        Assert.Single(org.Writes);
    }

    [Fact]
    public async Task AnswersOfAnotherNumber_LeaveTheOutcomesUnknown()
    {
        var org = OrgThatAnswers($"<id>{Master}</id><success>true</success>");

        var outcomes = await MergeAsync(org, Update, Merge(Input.Of("Account", ("Id", Master)), Second), Merge(Input.Of("Account", ("Id", Second)), Third));

        Assert.All(outcomes, outcome => Assert.IsType<OutcomeUnknownException>(outcome.Error));
    }

    private static FakeOrg OrgThatAnswers(params string[] results) =>
        new() { On = request => IsMerge(request) ? Answers.Xml(SoapAnswers.Results("merge", results)) : null };

    private static bool IsMerge(SentRequest request) => request.IsSoap && request.Operation.Name.LocalName == "merge";

    private static MergeInput Merge(InputRecord master, params string[] duplicates) => new(master, duplicates);

    private static async Task<IReadOnlyList<MergeOutcome>> MergeAsync(FakeOrg org, WriteOptions options, params MergeInput[] merges)
    {
        using var connection = await org.ConnectAsync();
        return await new MergeRunner(connection, options).MergeAsync(merges);
    }
}
