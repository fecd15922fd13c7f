using SalesforcePS.Core.Tests.Query;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class UpdateOnlyTests
{
    private static readonly WriteOptions ByKey = new(RecordOperation.Upsert) { ExternalIdField = "Key__c", UpdateOnly = true };
    private static readonly WriteOptions ByNumber = ByKey with { ExternalIdField = "Number__c" };

    [Fact]
    public async Task Records_AreFoundByTheirKeyInAnyCaseAndUpdatedById()
    {
        var org = WithRows("Key__c", ("\"k1\"", "001000000000001AAA"));

        var outcomes = await org.WriteAsync(ByKey, Account("Key__c", "K1 "), Account("Key__c", "K2"));

        var request = Assert.Single(org.Writes);
        Assert.Equal(("update", "001000000000001AAA"), (request.Operation.Name.LocalName, Id(request)));
        Assert.DoesNotContain("Key__c", request.Body, StringComparison.Ordinal);
        Assert.Equal("SELECT Id, Key__c FROM Account WHERE Key__c IN ('K1 ','K2')", Assert.Single(org.Fake.Queries));
        var missing = Assert.Single(outcomes, outcome => !outcome.Success);
        Assert.Equal("NOT_FOUND", missing.Error!.ErrorCode);
        Assert.Equal("NOT_FOUND: No Account has 'K2' in Key__c, and nothing is to be inserted.", missing.Error.Message);
        Assert.Equal(["Key__c"], missing.Error.Fields);
        Assert.True(Assert.Single(outcomes, outcome => outcome.Success) is { Created: false, Id: "001000000000001AAA" });
    }

    [Fact]
    public async Task NumericKeys_AreNumbersInTheQueryAndComparedAsNumbers()
    {
        var org = WithRows("Number__c", ("5.0", "001000000000001AAA"), ("1.25", "001000000000002AAA"), ("123456789012345680", "001000000000003AAA"));

        var outcomes = await org.WriteAsync(
            ByNumber, Account("Number__c", "5"), Account("Number__c", 1.250m), Account("Number__c", 123456789012345678L), Account("Number__c", "five"));

        Assert.Equal("SELECT Id, Number__c FROM Account WHERE Number__c IN (5,1.250,123456789012345678)", Assert.Single(org.Fake.Queries));
        Assert.Equal(3, outcomes.Count(outcome => outcome.Success));
        var refused = Assert.Single(outcomes, outcome => !outcome.Success).Error!;
        Assert.Equal(("INVALID_VALUE", "INVALID_VALUE: 'five' is not a number, which Number__c is."), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public async Task CaseSensitiveKeys_AreDifferentWhereOnlyCaseDiffers()
    {
        var org = WithRows("Code__c", ("\"a\"", "001000000000001AAA"), ("\"A\"", "001000000000002AAA"));

        await org.WriteAsync(ByKey with { ExternalIdField = "Code__c" }, Account("Code__c", "A"));

        Assert.Equal("001000000000002AAA", Id(Assert.Single(org.Writes)));
    }

    [Fact]
    public async Task KeyThatSeveralRecordsHave_IsRefused()
    {
        var org = WithRows("Key__c", ("\"k1\"", "001000000000001AAA"), ("\"K1\"", "001000000000002AAA"));

        var outcome = Assert.Single(await org.WriteAsync(ByKey, Account("Key__c", "K1")));

        Assert.Equal("DUPLICATE_EXTERNAL_ID", outcome.Error!.ErrorCode);
        Assert.Empty(org.Writes);
    }

    [Fact]
    public async Task LongKeys_AreLookedUpInSeveralQueries()
    {
        var keys = Enumerable.Range(0, 200).Select(i => $"{new string('ä', 100)}{i:D3}").ToArray();
        var org = new RecordingOrg();
        org.Fake.Query = soql => Page.Of([.. keys.Select((key, i) => (key, i)).Where(pair => soql.Contains($"'{pair.key}'", StringComparison.Ordinal)).Select(pair => Row("Key__c", $"\"{pair.key}\"", $"001{pair.i:D12}AAA"))]);

        var outcomes = await org.WriteAsync(ByKey, [.. keys.Select(key => Account("Key__c", key))]);

        Assert.True(org.Fake.Queries.Count > 5);
        Assert.Equal(200, outcomes.Count(outcome => outcome.Success));
        Assert.Equal(200, outcomes.Select(outcome => outcome.Id).Distinct().Count());
    }

    [Fact]
    public async Task LockedRecords_AreTriedAgainWithoutLookingUpAgain()
    {
        var tries = 0;
        var org = WithRows("Key__c", ("\"k1\"", "001000000000001AAA"), ("\"k2\"", "001000000000002AAA"));
        org.Result = element => element.Value.Contains("001000000000002AAA", StringComparison.Ordinal) && ++tries < 3 ? SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "locked") : null;

        var outcomes = await org.WriteAsync(ByKey, Account("Key__c", "k1"), Account("Key__c", "k2"));

        Assert.All(outcomes, outcome => Assert.True(outcome.Success));
        Assert.Equal([2, 1, 1], org.Writes.Select(request => request.Records.Count));
        Assert.Single(org.Fake.Queries);
    }

    [Fact]
    public async Task AllOrNone_SendsNothingWhereOneIsMissing()
    {
        var org = WithRows("Key__c", ("\"k1\"", "001000000000001AAA"));

        var outcomes = await org.WriteAsync(ByKey with { AllOrNone = true }, Account("Key__c", "k1"), Account("Key__c", "k2"));

        Assert.Empty(org.Writes);
        Assert.Equal(["ALL_OR_NONE_OPERATION_ROLLED_BACK", "NOT_FOUND"], outcomes.Select(outcome => outcome.Error!.ErrorCode).Order());
    }

    [Fact]
    public async Task LookupThatIsRefused_IsTheOutcomeOfEachRecord()
    {
        var org = new RecordingOrg();
        org.Fake.Query = _ => "{}";

        var outcomes = await org.WriteAsync(ByKey with { BatchSize = 2 }, Account("Key__c", "1"), Account("Key__c", "2"), Account("Key__c", "3"));

        Assert.Equal(["PROTOCOL_ERROR", "PROTOCOL_ERROR", "PROTOCOL_ERROR"], outcomes.Select(outcome => outcome.Error!.ErrorCode));
        Assert.Empty(org.Writes);
    }

    [Fact]
    public async Task RecordsKnownById_AreUpdatedWithoutALookup()
    {
        var org = new RecordingOrg();

        var outcome = Assert.Single(await org.WriteAsync(ByKey with { ExternalIdField = "Id" }, Input.Of("Account", ("Id", "001000000000001AAA"), ("Name", "A"))));

        Assert.True(outcome.Success);
        Assert.Equal("update", Assert.Single(org.Writes).Operation.Name.LocalName);
        Assert.Empty(org.Fake.Queries);
    }

    private static InputRecord Account(string keyField, object key) => Input.Of("Account", (keyField, key), ("Name", "N"));

    private static RecordingOrg WithRows(string field, params (string Key, string Id)[] rows)
    {
        var org = new RecordingOrg();
        org.Fake.Query = _ => Page.Of([.. rows.Select(row => Row(field, row.Key, row.Id))]);
        return org;
    }

    private static string Row(string field, string key, string id) => Page.Row("Account", $"\"Id\":\"{id}\",\"{field}\":{key}");

    private static string Id(SentRequest request) => request.FieldValues("Id").Single();
}
