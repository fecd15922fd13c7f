using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class RuleTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void RuleThatAllows_YieldsToTheHeader()
    {
        org.Create("Lead", ("LastName", "L"), ("Company", "C"), ("Email", "l@example.com"));
        (string, object?)[] twin = [("LastName", "M"), ("Company", "D"), ("Email", "L@example.com")];
        Assert.Equal("Use one of these records?", TestOrg.Refused(org.TryCreate("Lead", twin), "DUPLICATES_DETECTED").Message);
        var options = new DmlOptions { AllowDuplicateSave = true };
        TestOrg.Succeeded(Assert.Single(org.Writer.Create(TestOrg.User, [TestOrg.Input("Lead", null, twin)], options)));
    }

    [Fact]
    public void RuleThatBlocks_DoesNot()
    {
        org.Create("Lead", ("LastName", "L"), ("Company", "C"));
        var options = new DmlOptions { AllowDuplicateSave = true };
        var result = Assert.Single(org.Writer.Create(TestOrg.User, [TestOrg.Input("Lead", null, ("LastName", "L"), ("Company", "C"))], options));
        TestOrg.Refused(result, "DUPLICATES_DETECTED");
    }

    [Fact]
    public void UpdateThatMakesADuplicate_IsRefused()
    {
        org.Create("Lead", ("LastName", "L"), ("Company", "C"));
        var other = org.Create("Lead", ("LastName", "M"), ("Company", "C"));
        TestOrg.Refused(org.TryUpdate("Lead", other, ("LastName", "L")), "DUPLICATES_DETECTED");
        org.Update("Lead", other, ("LastName", "N"));
    }

    [Fact]
    public void AssignmentRule_RunsOnlyWhenAsked()
    {
        var owner = org.Create(
            "User", ("Username", "queue.owner@emulator.example"), ("LastName", "Owner"), ("Email", "o@example.com"), ("Alias", "owner"),
            ("ProfileId", SeedRecords.ProfileId), ("TimeZoneSidKey", "GMT"), ("LocaleSidKey", "en_US"), ("EmailEncodingKey", "UTF-8"),
            ("LanguageLocaleKey", "en_US"));
        Assert.Equal(SeedRecords.AdministratorId, OwnerOf(DmlOptions.Default));
        Assert.Equal(owner, OwnerOf(new DmlOptions { UseDefaultRule = true }));
        Assert.Equal(owner, OwnerOf(new DmlOptions { AssignmentRuleId = "01Q000000000001" }));
        Assert.Equal(SeedRecords.AdministratorId, OwnerOf(new DmlOptions { AssignmentRuleId = "01Q000000000002" }));
    }

    [Fact]
    public void AssignmentRuleWithoutItsOwner_RefusesTheRecord()
    {
        var result = Assert.Single(org.Writer.Create(
            TestOrg.User, [TestOrg.Input("Lead", null, ("LastName", "L"), ("Company", "C"))], new DmlOptions { UseDefaultRule = true }));
        Assert.Equal(["OwnerId"], TestOrg.Refused(result, "INVALID_CROSS_REFERENCE_KEY").Fields);
    }

    private object? OwnerOf(DmlOptions options)
    {
        var lead = TestOrg.Input("Lead", null, ("LastName", Guid.NewGuid().ToString()), ("Company", "C"));
        return org.Value("Lead", TestOrg.Succeeded(Assert.Single(org.Writer.Create(TestOrg.User, [lead], options))), "OwnerId");
    }
}
