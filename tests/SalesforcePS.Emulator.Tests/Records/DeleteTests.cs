using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class DeleteTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void DeletedRecord_ComesBackByUndelete()
    {
        var id = org.Create("Account", ("Name", "A"));
        TestOrg.Succeeded(org.TryDelete(id[..SalesforceId.ShortLength]));
        Assert.False(org.Exists("Account", id));
        TestOrg.Succeeded(org.TryUndelete(id));
        Assert.Equal("A", org.Value("Account", id, "Name"));
    }

    [Fact]
    public void Cascade_TakesChildrenAlongAndBringsTheSameOnesBack()
    {
        var account = org.Create("Account", ("Name", "A"));
        var contact = org.Create("Contact", ("LastName", "L"), ("AccountId", account));
        var task = org.Create("Task", ("Subject", "Call"), ("WhoId", contact));
        var deletedBefore = org.Create("Contact", ("LastName", "M"), ("AccountId", account));
        TestOrg.Succeeded(org.TryDelete(deletedBefore));
        TestOrg.Succeeded(org.TryDelete(account));
        Assert.False(org.Exists("Contact", contact));
        Assert.False(org.Exists("Task", task));
        TestOrg.Refused(org.TryUndelete(contact), "UNDELETE_FAILED");
        TestOrg.Succeeded(org.TryUndelete(account));
        Assert.Equal(account, org.Value("Contact", contact, "AccountId"));
        Assert.True(org.Exists("Task", task));
        Assert.False(org.Exists("Contact", deletedBefore));
    }

    [Fact]
    public void RestrictedParent_NamesItsChildren()
    {
        var contact = org.Create("Contact", ("FirstName", "Josh"), ("LastName", "Davis"));
        org.Create("Case", ("Subject", "Help"), ("ContactId", contact));
        var error = TestOrg.Refused(org.TryDelete(contact), "DELETE_FAILED");
        Assert.Equal(
            "Your attempt to delete Josh Davis could not be completed because it is associated with the following cases.: 00001000\n", error.Message);
        Assert.Empty(error.Fields);
        Assert.True(org.Exists("Contact", contact));
    }

    [Fact]
    public void RestrictOnACascadedRecord_HoldsTheParentToo()
    {
        var account = org.Create("Account", ("Name", "A"));
        var contact = org.Create("Contact", ("LastName", "L"), ("AccountId", account));
        var helped = org.Create("Case", ("ContactId", contact));
        TestOrg.Refused(org.TryDelete(account), "DELETE_FAILED");
        TestOrg.Succeeded(org.TryDelete(helped));
        TestOrg.Succeeded(org.TryDelete(account));
    }

    [Fact]
    public void CustomRules_AreKept()
    {
        var account = org.Create("Account", ("Name", "A"));
        var invoice = org.Create("Invoice__c", ("Account__c", account));
        var line = org.Create("Line__c", ("Invoice__c", invoice));
        Assert.Contains("the following invoices.: INV-0001", TestOrg.Refused(org.TryDelete(account), "DELETE_FAILED").Message, StringComparison.Ordinal);
        TestOrg.Succeeded(org.TryDelete(invoice));
        Assert.False(org.Exists("Line__c", line));
    }

    [Fact]
    public void LookupToADeletedRecord_IsClearedAndRestored()
    {
        var contact = org.Create("Contact", ("LastName", "L"));
        var (kept, moved) = (org.Create("Invoice__c", ("Contact__c", contact)), org.Create("Invoice__c", ("Contact__c", contact)));
        TestOrg.Succeeded(org.TryDelete(contact));
        Assert.Null(org.Value("Invoice__c", kept, "Contact__c"));
        var other = org.Create("Contact", ("LastName", "M"));
        org.Update("Invoice__c", moved, ("Contact__c", other));
        TestOrg.Succeeded(org.TryUndelete(contact));
        Assert.Equal((contact, other), (org.Value("Invoice__c", kept, "Contact__c"), org.Value("Invoice__c", moved, "Contact__c")));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("001D000000IqhSLBAZ")]
    [InlineData("zzz000000000001")]
    public void BadId_IsRefused(string id) => Assert.Equal($"bad id {id}", TestOrg.Refused(org.TryDelete(id), "MALFORMED_ID").Message);

    [Fact]
    public void IdOfNoRecord_IsRefused() => TestOrg.Refused(org.TryDelete(SalesforceId.Create("001", 999_999)), "INVALID_CROSS_REFERENCE_KEY");

    [Fact]
    public void IdTwiceInOneCall_FailsTheSecondTime()
    {
        var id = org.Create("Account", ("Name", "A"));
        var results = org.Remover.Delete(TestOrg.User, [id, id], DmlOptions.Default);
        TestOrg.Succeeded(results[0]);
        TestOrg.Refused(results[1], "ENTITY_IS_DELETED");
    }

    [Fact]
    public void User_IsNeverDeleted() => TestOrg.Refused(org.TryDelete(SeedRecords.AdministratorId), "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");

    [Fact]
    public void LiveRecord_CannotBeUndeleted() =>
        Assert.Equal("Entity is not in the recycle bin", TestOrg.Refused(org.TryUndelete(org.Create("Account", ("Name", "A"))), "UNDELETE_FAILED").Message);

    [Fact]
    public void AllOrNone_KeepsWhatCouldBeDeleted()
    {
        var id = org.Create("Account", ("Name", "A"));
        var results = org.Remover.Delete(TestOrg.User, [id, "12"], new DmlOptions { AllOrNone = true });
        TestOrg.Refused(results[0], "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        Assert.True(org.Exists("Account", id));
    }

    [Fact]
    public void Deletion_StampsTheRecord()
    {
        var account = org.Create("Account", ("Name", "A"));
        var contact = org.Create("Contact", ("LastName", "L"), ("AccountId", account));
        org.Time.Now += TimeSpan.FromHours(1);
        TestOrg.Succeeded(org.TryDelete(account));
        TestOrg.Succeeded(org.TryUndelete(account));
        Assert.Equal(org.Time.Now, org.Value("Contact", contact, "SystemModstamp"));
    }
}
