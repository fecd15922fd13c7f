using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class BatchTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);
    private static readonly WriteOptions Update = new(RecordOperation.Update);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_GoInBatchesOfTwoHundredInOrder(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest };
        var records = Input.Accounts(450);

        var outcomes = await org.WriteAsync(Insert, records);

        Assert.Equal([200, 200, 50], org.Writes.Select(request => request.Records.Count));
        Assert.Equal(Enumerable.Range(0, 450).Select(i => $"A{i}"), org.Writes.SelectMany(request => request.FieldValues("Name")));
        Assert.Equal(records, outcomes.Select(outcome => outcome.Record));
        Assert.Equal(450, outcomes.Select(outcome => outcome.Id).Distinct().Count());
        Assert.All(outcomes, outcome => Assert.True(outcome is { Success: true, Created: true }));
        Assert.Equal(1, org.Fake.DescribeCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RefusedRecord_DoesNotTouchItsNeighbours(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest, Result = element => element.Value.Contains("A1", StringComparison.Ordinal) ? SoapAnswers.Refused("STRING_TOO_LONG", "too long", "Name") : null };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(3));

        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.Success));
        var refused = Assert.IsType<RecordException>(outcomes[1].Error);
        Assert.Equal(("STRING_TOO_LONG", "STRING_TOO_LONG: too long"), (refused.ErrorCode, refused.Message));
        Assert.Equal(["Name"], refused.Fields);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RecordThatCannotBeSent_IsRefusedAndTheOthersGo(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest };

        var outcomes = await org.WriteAsync(
            Insert, Input.Of("Account", ("Name", "A\u0001")), Input.Of("Account", ("Name", "B")), Input.Of("Account", ("Nme", "C")), Input.Of("", ("Name", "D")));

        Assert.Equal(["B"], Assert.Single(org.Writes).FieldValues("Name"));
        Assert.Equal(["INVALID_VALUE", "INVALID_FIELD", "MISSING_ARGUMENT"], outcomes.Where(outcome => !outcome.Success).Select(outcome => outcome.Error!.ErrorCode));
    }

    [Fact]
    public async Task RefusalOfTheWholeCall_IsTheOutcomeOfEachRecordAndTheNextBatchGoes()
    {
        var org = new RecordingOrg();
        org.BeforeAnswer = request => request.FieldValues("Name").Contains("A0") ? Answers.Fault("LIMIT_EXCEEDED", "Cannot have more than 10 chunks") : null;

        var outcomes = await org.WriteAsync(Insert with { BatchSize = 2 }, Input.Accounts(4));

        Assert.Equal([false, false, true, true], outcomes.Select(outcome => outcome.Success));
        Assert.All(outcomes.Take(2), outcome => Assert.Equal("LIMIT_EXCEEDED", outcome.Error!.ErrorCode));
    }

    [Theory]
    [InlineData("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")]
    [InlineData("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session")]
    public async Task ErrorThatWouldComeAgain_IsNotAskedForByLaterBatches(string code, string message)
    {
        var org = new RecordingOrg { BeforeAnswer = _ => Answers.Fault(code, message) };

        var outcomes = await org.WriteAsync(Insert with { BatchSize = 2 }, Input.Accounts(7));

        Assert.Equal(7, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(code, outcome.Error!.ErrorCode));
        Assert.All(outcomes.Skip(2), outcome => Assert.StartsWith("The record was not sent, because an earlier request failed for good: ", outcome.Error!.Message, StringComparison.Ordinal));
        Assert.Equal(code == "INVALID_SESSION_ID" ? 2 : 1, org.Writes.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LostAnswerOfAnInsert_LeavesTheOutcomeOfItsRecordsOpenAndIsNotRepeated(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest };
        org.BeforeAnswer = request => request.FieldValues("Name").Contains("A0") ? throw Answers.ConnectionLost() : null;

        var outcomes = await org.WriteAsync(Insert with { BatchSize = 2 }, Input.Accounts(4));

        Assert.Equal([false, false, true, true], outcomes.Select(outcome => outcome.Success));
        Assert.All(outcomes.Take(2), outcome => Assert.IsType<OutcomeUnknownException>(outcome.Error));
        Assert.Equal(2, org.Writes.Count);
    }

    [Theory]
    [InlineData("<html>It works!</html>")]
    [InlineData("")]
    public async Task UnreadableAnswerOfAnInsert_LeavesTheOutcomeOpen(string body)
    {
        var org = new RecordingOrg { BeforeAnswer = _ => Answers.Xml(body) };

        var outcome = Assert.Single(await org.WriteAsync(Insert, Input.Accounts(1)));

        Assert.IsType<OutcomeUnknownException>(outcome.Error);
        Assert.Single(org.Writes);
    }

    [Theory]
    [InlineData("Insert")]
    [InlineData("Update")]
    public async Task FewerResultsThanRecords_LeaveTheOutcomeOpen(string operation)
    {
        var org = new RecordingOrg { BeforeAnswer = _ => Answers.Xml(SoapAnswers.Results("create", [SoapAnswers.Saved("001000000000001AAA")])) };

        var outcomes = await org.WriteAsync(
            new WriteOptions(Enum.Parse<RecordOperation>(operation)), Input.Of("Account", ("Id", "001"), ("Name", "A")), Input.Of("Account", ("Id", "002"), ("Name", "B")));

        Assert.Equal(2, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(("OUTCOME_UNKNOWN", "Salesforce answered 1 results for 2 records."), (outcome.Error!.ErrorCode, outcome.Error.Message)));
    }

    [Fact]
    public async Task UpsertById_IsNotRepeatedWhenItsAnswerIsLost()
    {
        var org = new RecordingOrg { BeforeAnswer = _ => throw Answers.ConnectionLost() };

        var outcome = Assert.Single(await org.WriteAsync(new WriteOptions(RecordOperation.Upsert) { ExternalIdField = "Id" }, Input.Accounts(1)));

        Assert.IsType<OutcomeUnknownException>(outcome.Error);
        Assert.Single(org.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UpdateWhoseAnswerIsLost_IsSentAgain(bool isRest)
    {
        var org = new RecordingOrg { IsRest = isRest };
        var lost = true;
        org.BeforeAnswer = _ => lost && !(lost = false) ? throw Answers.ConnectionLost() : null;

        var outcome = Assert.Single(await org.WriteAsync(Update, Input.Of("Account", ("Id", "001000000000001AAA"), ("Name", "A"))));

        Assert.True(outcome is { Success: true, Created: false, Id: "001000000000001AAA" });
        Assert.Equal(2, org.Writes.Count);
    }

    [Fact]
    public async Task AllOrNone_GoesInTheHeaderAndEachRecordHasItsError()
    {
        var org = new RecordingOrg
        {
            Result = element => element.Value.Contains("A1", StringComparison.Ordinal)
                ? SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record")
                : SoapAnswers.Refused("ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back"),
        };

        var outcomes = await org.WriteAsync(Insert with { AllOrNone = true }, Input.Accounts(3));

        Assert.Contains("<allOrNone>true</allOrNone>", Assert.Single(org.Writes).Body, StringComparison.Ordinal);
        Assert.Equal(["ALL_OR_NONE_OPERATION_ROLLED_BACK", "UNABLE_TO_LOCK_ROW", "ALL_OR_NONE_OPERATION_ROLLED_BACK"], outcomes.Select(outcome => outcome.Error!.ErrorCode));
    }

    [Fact]
    public async Task UnknownField_IsLookedForOnceMoreInAFreshDescribe()
    {
        var org = new RecordingOrg();
        using var connection = await org.Fake.ConnectAsync();
        await connection.Schema.GetAsync("Account", CancellationToken.None);
        org.Fake.Describes["Account"] = StandardObjects.Object("Account", "001", ["Name:string", "New__c:string"]);
        var records = new[] { Input.Of("Account", ("New__c", "x")), Input.Of("Account", ("Newer__c", "x")), Input.Of("Account", ("Newest__c", "x")) };

        var outcomes = await new SoapRecordWriter(connection, Insert).WriteAsync(records.ToAsync()).ToListAsync();

        Assert.Equal(["x"], Assert.Single(org.Writes).FieldValues("New__c"));
        Assert.Equal(2, outcomes.Count(outcome => outcome.Error?.ErrorCode == "INVALID_FIELD"));
        Assert.Equal(2, org.Fake.DescribeCalls);
    }

    [Fact]
    public async Task ObjectThatCannotBeDescribed_CostsOneCallForAllItsRecords()
    {
        var org = new RecordingOrg();

        var outcomes = await org.WriteAsync(Insert, [.. Enumerable.Repeat(0, 50).Select(_ => Input.Of("Acount", ("Name", "A")))]);

        Assert.Equal(1, org.Fake.DescribeCalls);
        Assert.Equal(50, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.StartsWith("The org has no object 'Acount'", outcome.Error!.Message, StringComparison.Ordinal));
    }
}
