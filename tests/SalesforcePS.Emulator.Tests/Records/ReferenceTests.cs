using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class ReferenceTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void ShortId_IsStoredLong()
    {
        var account = org.Create("Account", ("Name", "A"));
        var contact = org.Create("Contact", ("LastName", "L"), ("AccountId", account[..SalesforceId.ShortLength]));
        Assert.Equal(account, org.Value("Contact", contact, "AccountId"));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("001D000000IqhSLBAZ")]
    public void MalformedId_IsRefused(string id)
    {
        var error = TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), ("AccountId", id)), "MALFORMED_ID");
        Assert.Equal($"Account ID: id value of incorrect type: {id}", error.Message);
        Assert.Equal(["AccountId"], error.Fields);
    }

    [Fact]
    public void IdOfAnotherObject_IsRefused()
    {
        var error = TestOrg.Refused(
            org.TryCreate("Contact", ("LastName", "L"), ("AccountId", SeedRecords.AdministratorId)), "FIELD_INTEGRITY_EXCEPTION");
        Assert.Equal($"Account ID: id value of incorrect type: {SeedRecords.AdministratorId}", error.Message);
    }

    [Fact]
    public void IdOfNoRecord_IsRefused()
    {
        var error = TestOrg.Refused(
            org.TryCreate("Contact", ("LastName", "L"), ("AccountId", SalesforceId.Create("001", 999_999))), "INVALID_CROSS_REFERENCE_KEY");
        Assert.Equal("invalid cross reference id", error.Message);
    }

    [Fact]
    public void IdOfADeletedRecord_IsRefused()
    {
        var account = org.Create("Account", ("Name", "A"));
        TestOrg.Succeeded(org.TryDelete(account));
        Assert.Equal("entity is deleted", TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), ("AccountId", account)), "ENTITY_IS_DELETED").Message);
    }

    [Fact]
    public void ActivityReferences_TakeEachOfTheirObjects()
    {
        var lead = org.Create("Lead", ("LastName", "L"), ("Company", "C"));
        var account = org.Create("Account", ("Name", "A"));
        var task = org.Create("Task", ("Subject", "Call"), ("WhoId", lead), ("WhatId", account));
        Assert.Equal((lead, account), (org.Value("Task", task, "WhoId"), org.Value("Task", task, "WhatId")));
        TestOrg.Refused(org.TryCreate("Task", ("WhoId", account)), "FIELD_INTEGRITY_EXCEPTION");
        TestOrg.Refused(org.TryCreate("Event", ("WhatId", lead)), "FIELD_INTEGRITY_EXCEPTION");
    }

    [Fact]
    public void ForeignKey_FindsItsParent()
    {
        var account = org.Create("Account", ("Name", "A"), ("Key__c", "K-1"));
        var contact = org.Create("Contact", ("LastName", "L"), ("Account", new ForeignKey(null, "Key__c", "k-1")));
        Assert.Equal(account, org.Value("Contact", contact, "AccountId"));
    }

    [Fact]
    public void ForeignKeyOfAPolymorphicReference_TakesItsType()
    {
        var contact = org.Create("Contact", ("LastName", "L"), ("Email", "l@example.com"));
        var task = org.Create("Task", ("Who", new ForeignKey("Contact", "Email", "l@example.com")));
        Assert.Equal(contact, org.Value("Task", task, "WhoId"));
        TestOrg.Refused(org.TryCreate("Task", ("Who", new ForeignKey("Account", "Key__c", "K"))), "INVALID_FIELD");
    }

    [Fact]
    public void ForeignKeyWithoutMatch_IsRefused()
    {
        var error = TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), ("Account", new ForeignKey(null, "Key__c", "0116"))), "INVALID_FIELD");
        Assert.Equal("Foreign key external ID: 0116 not found for field Key__c in entity Account", error.Message);
    }

    [Fact]
    public void ForeignKeyWithSeveralMatches_IsRefused()
    {
        org.Create("Account", ("Name", "A"), ("Loose__c", "X"));
        org.Create("Account", ("Name", "B"), ("Loose__c", "X"));
        var error = TestOrg.Refused(
            org.TryCreate("Contact", ("LastName", "L"), ("Account", new ForeignKey(null, "Loose__c", "X"))), "DUPLICATE_EXTERNAL_ID");
        Assert.Equal(2, error.MatchingIds.Count);
    }

    [Theory]
    [InlineData("Firm", "Key__c", "No such column 'Firm' on sobject of type Contact")]
    [InlineData("Account", "Site", "No such column 'Site' on sobject of type Account")]
    public void ForeignKeyOverAnUnknownName_IsRefused(string relationship, string field, string message) => Assert.Equal(
        message,
        TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), (relationship, new ForeignKey(null, field, "K"))), "INVALID_FIELD").Message);
}
