using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class UpdateTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Update_ChangesWhatItNamesAndNothingElse()
    {
        var id = org.Create("Account", ("Name", "A"), ("Site", "North"), ("Level__c", "High"));
        var created = org.Time.Now;
        org.Time.Now += TimeSpan.FromMinutes(5);
        org.Update("Account", id, ("Name", "B"));
        Assert.Equal(("B", "North", "High"), (org.Value("Account", id, "Name"), org.Value("Account", id, "Site"), org.Value("Account", id, "Level__c")));
        Assert.Equal((created, org.Time.Now), (org.Value("Account", id, "CreatedDate"), org.Value("Account", id, "LastModifiedDate")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Blank_ClearsTheField(string? blank)
    {
        var id = org.Create("Account", ("Name", "A"), ("Site", "North"), ("NumberOfEmployees", 3L));
        org.Update("Account", id, ("Site", blank), ("NumberOfEmployees", blank));
        Assert.Null(org.Value("Account", id, "Site"));
        Assert.Null(org.Value("Account", id, "NumberOfEmployees"));
    }

    [Fact]
    public void ClearedRequiredField_IsRefused()
    {
        var id = org.Create("Contact", ("LastName", "L"));
        Assert.Equal("Required fields are missing: [LastName]", TestOrg.Refused(org.TryUpdate("Contact", id, ("LastName", null)), "REQUIRED_FIELD_MISSING").Message);
    }

    [Fact]
    public void FieldThatIsOnlyForCreate_IsRefused()
    {
        var account = org.Create("Account", ("Name", "A"));
        var note = org.Create("Note", ("Title", "N"), ("ParentId", account));
        TestOrg.Refused(org.TryUpdate("Note", note, ("ParentId", account)), "INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void MissingId_IsRefused(string? id) =>
        Assert.Equal("Id not specified in an update call", TestOrg.Refused(org.TryUpdate("Account", id, ("Name", "A")), "MISSING_ARGUMENT").Message);

    [Fact]
    public void WrongId_IsRefused()
    {
        var contact = org.Create("Contact", ("LastName", "L"));
        var error = TestOrg.Refused(org.TryUpdate("Account", contact, ("Name", "A")), "MALFORMED_ID");
        Assert.Equal($"Account ID: id value of incorrect type: {contact}", error.Message);
        Assert.Equal(["Id"], error.Fields);
    }

    [Fact]
    public void IdOfNoRecord_IsRefused() =>
        TestOrg.Refused(org.TryUpdate("Account", SalesforceId.Create("001", 999_999), ("Name", "A")), "INVALID_CROSS_REFERENCE_KEY");

    [Fact]
    public void DeletedRecord_IsRefused()
    {
        var id = org.Create("Account", ("Name", "A"));
        TestOrg.Succeeded(org.TryDelete(id));
        TestOrg.Refused(org.TryUpdate("Account", id, ("Name", "B")), "ENTITY_IS_DELETED");
    }

    [Fact]
    public void ReparentedContact_HasItsNewAccount()
    {
        var (first, second) = (org.Create("Account", ("Name", "A")), org.Create("Account", ("Name", "B")));
        var contact = org.Create("Contact", ("LastName", "L"), ("AccountId", first));
        org.Update("Contact", contact, ("AccountId", second));
        Assert.Equal(second, org.Value("Contact", contact, "AccountId"));
    }

    [Fact]
    public void UniqueValueOfAnotherRecord_IsRefused()
    {
        var first = org.Create("Account", ("Name", "A"), ("Key__c", "K"));
        var second = org.Create("Account", ("Name", "B"));
        var error = TestOrg.Refused(org.TryUpdate("Account", second, ("Key__c", "k")), "DUPLICATE_VALUE");
        Assert.Equal($"duplicate value found: Key__c duplicates value on record with id: {first[..15]}", error.Message);
        org.Update("Account", first, ("Key__c", "k"));
    }

    [Fact]
    public void CaseSensitiveUniqueValue_DiffersByCase()
    {
        org.Create("Account", ("Name", "A"), ("Exact__c", "K"));
        org.Create("Account", ("Name", "B"), ("Exact__c", "k"));
        TestOrg.Refused(org.TryCreate("Account", ("Name", "C"), ("Exact__c", "K")), "DUPLICATE_VALUE");
    }

    [Fact]
    public void UniqueValueOfADeletedRecord_IsFree()
    {
        TestOrg.Succeeded(org.TryDelete(org.Create("Account", ("Name", "A"), ("Key__c", "K"))));
        org.Create("Account", ("Name", "B"), ("Key__c", "K"));
    }

    [Fact]
    public void SameUniqueValueTwiceInOneCall_FailsTheSecond()
    {
        var results = org.Writer.Create(
            TestOrg.User,
            [TestOrg.Input("Account", null, ("Name", "A"), ("Key__c", "K")), TestOrg.Input("Account", null, ("Name", "B"), ("Key__c", "K"))],
            DmlOptions.Default);
        TestOrg.Succeeded(results[0]);
        TestOrg.Refused(results[1], "DUPLICATE_VALUE");
    }
}
