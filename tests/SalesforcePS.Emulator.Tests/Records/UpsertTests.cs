using SalesforcePS.Emulator.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class UpsertTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void NewKey_CreatesAndKnownKeyUpdates()
    {
        var created = org.TryUpsert("Account", "Key__c", ("Key__c", "K"), ("Name", "A"));
        var updated = org.TryUpsert("Account", "key__c", ("key__c", "k"), ("Name", "B"));
        Assert.Equal((true, false), (created.Created, updated.Created));
        Assert.Equal(TestOrg.Succeeded(created), TestOrg.Succeeded(updated));
        Assert.Equal("B", org.Value("Account", updated.Id!, "Name"));
    }

    [Fact]
    public void NumericKey_MatchesByNumber()
    {
        var id = org.Create("Account", ("Name", "A"), ("Number__c", "7.0"));
        Assert.Equal(id, TestOrg.Succeeded(org.TryUpsert("Account", "Number__c", ("Number__c", "7"), ("Name", "B"))));
    }

    [Fact]
    public void ById_UpdatesWithIdAndCreatesWithout()
    {
        var id = org.Create("Account", ("Name", "A"));
        var results = org.Writer.Upsert(
            TestOrg.User, "Id", [TestOrg.Input("Account", id, ("Name", "B")), TestOrg.Input("Account", null, ("Name", "C"))], DmlOptions.Default);
        Assert.Equal([false, true], results.Select(result => result.Created));
        Assert.All(results, result => TestOrg.Succeeded(result));
        Assert.Equal("B", org.Value("Account", id, "Name"));
    }

    [Fact]
    public void UpdateOnly_NeverCreates()
    {
        var result = Assert.Single(org.Writer.Upsert(
            TestOrg.User, "Key__c", [TestOrg.Input("Account", null, ("Key__c", "K"), ("Name", "A"))], DmlOptions.Default, updateOnly: true));
        TestOrg.Refused(result, "NOT_FOUND");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void MissingKey_IsRefused(string? key) =>
        Assert.Equal("Key__c not specified", TestOrg.Refused(org.TryUpsert("Account", "Key__c", ("Key__c", key), ("Name", "A")), "MISSING_ARGUMENT").Message);

    [Fact]
    public void KeyThatSeveralRecordsHave_IsRefusedWithTheirIds()
    {
        string[] ids = [org.Create("Account", ("Name", "A"), ("Loose__c", "X")), org.Create("Account", ("Name", "B"), ("Loose__c", "X"))];
        var error = TestOrg.Refused(org.TryUpsert("Account", "Loose__c", ("Loose__c", "X"), ("Name", "C")), "DUPLICATE_EXTERNAL_ID");
        Assert.Equal($"Loose: more than one record found for external id field: [{ids[0]}, {ids[1]}]", error.Message);
        Assert.Equal(ids, error.MatchingIds);
    }

    [Fact]
    public void SameKeyTwiceInOneCall_FailsBoth()
    {
        var results = org.Writer.Upsert(
            TestOrg.User,
            "Key__c",
            [
                TestOrg.Input("Account", null, ("Key__c", "X"), ("Name", "A")),
                TestOrg.Input("Account", null, ("Key__c", "Y"), ("Name", "B")),
                TestOrg.Input("Account", null, ("Key__c", "x"), ("Name", "C")),
            ],
            DmlOptions.Default);
        Assert.Equal("Duplicate external id specified: X", TestOrg.Refused(results[0], "DUPLICATE_VALUE").Message);
        TestOrg.Succeeded(results[1]);
        TestOrg.Refused(results[2], "DUPLICATE_VALUE");
    }

    [Fact]
    public void FieldThatIsNoExternalId_FailsTheCall()
    {
        var exception = Assert.Throws<ApiException>(() => org.TryUpsert("Account", "Site", ("Site", "North")));
        Assert.Equal("INVALID_FIELD", exception.ErrorCode);
        Assert.Equal("Field name provided, Site does not match an External ID, Salesforce Id, or indexed field for Account", exception.Message);
    }

    [Fact]
    public void DeletedRecord_IsNotMatched()
    {
        var id = org.Create("Account", ("Name", "A"), ("Key__c", "K"));
        TestOrg.Succeeded(org.TryDelete(id));
        var result = org.TryUpsert("Account", "Key__c", ("Key__c", "K"), ("Name", "B"));
        Assert.True(result.Created);
        Assert.NotEqual(id, TestOrg.Succeeded(result));
    }

    [Fact]
    public void RecordsOfTwoTypes_FailTheCall() => Assert.Throws<ApiException>(() => org.Writer.Upsert(
        TestOrg.User, "Id", [TestOrg.Input("Account", null, ("Name", "A")), TestOrg.Input("Contact", null, ("LastName", "L"))], DmlOptions.Default));
}
