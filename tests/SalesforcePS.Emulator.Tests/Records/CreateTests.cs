using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class CreateTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void GoodRecord_IsStoredWithItsSystemFields()
    {
        var result = org.TryCreate("account", ("name", "Acme"), ("NumberOfEmployees", 12L));
        var id = TestOrg.Succeeded(result);
        Assert.True(result.Created);
        Assert.StartsWith("001", id, StringComparison.Ordinal);
        Assert.True(SalesforceId.TryNormalize(id, out var same) && same == id);
        Assert.Equal("Acme", org.Value("Account", id, "Name"));
        Assert.Equal(12L, org.Value("Account", id, "NumberOfEmployees"));
        Assert.Equal(org.Time.Now, org.Value("Account", id, "CreatedDate"));
        Assert.Equal(org.Time.Now, org.Value("Account", id, "SystemModstamp"));
        Assert.Equal(SeedRecords.AdministratorId, org.Value("Account", id, "CreatedById"));
        Assert.Equal(SeedRecords.AdministratorId, org.Value("Account", id, "OwnerId"));
        Assert.Equal(false, org.Value("Account", id, "IsDeleted"));
    }

    [Fact]
    public void Ids_GrowFromRecordToRecord()
    {
        var first = org.Create("Account", ("Name", "A"));
        var second = org.Create("Account", ("Name", "B"));
        Assert.True(string.CompareOrdinal(first, second) < 0);
    }

    [Fact]
    public void MissingRequiredFields_AreAllNamed()
    {
        var error = TestOrg.Refused(org.TryCreate("Lead", ("FirstName", "Ann")), "REQUIRED_FIELD_MISSING");
        Assert.Equal("Required fields are missing: [Company, LastName]", error.Message);
        Assert.Equal(["Company", "LastName"], error.Fields);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void BlankRequiredField_CountsAsMissing(string? name) =>
        TestOrg.Refused(org.TryCreate("Account", ("Name", name)), "REQUIRED_FIELD_MISSING");

    [Fact]
    public void UnknownField_IsRefused()
    {
        var error = TestOrg.Refused(org.TryCreate("Account", ("Name", "A"), ("Nickname", "B")), "INVALID_FIELD");
        Assert.Equal("No such column 'Nickname' on sobject of type Account", error.Message);
    }

    [Fact]
    public void UnknownField_FailsTheCallWhereTheProtocolSaysSo()
    {
        var options = new DmlOptions { UnknownFieldFailsCall = true };
        var exception = Assert.Throws<ApiException>(
            () => org.Writer.Create(TestOrg.User, [TestOrg.Input("Account", null, ("Nickname", "B"))], options));
        Assert.Equal("INVALID_FIELD", exception.ErrorCode);
        Assert.StartsWith("No such column 'Nickname' on entity 'Account'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnlyFields_ShareOneError()
    {
        var error = TestOrg.Refused(
            org.TryCreate("Account", ("Name", "A"), ("CreatedDate", "2020-01-01T00:00:00Z"), ("IsDeleted", true)), "INVALID_FIELD_FOR_INSERT_UPDATE");
        Assert.StartsWith("Unable to create/update fields: CreatedDate, IsDeleted. Please check the security settings", error.Message, StringComparison.Ordinal);
        Assert.Equal(["CreatedDate", "IsDeleted"], error.Fields);
    }

    [Fact]
    public void RecordWithId_IsRefused()
    {
        var result = Assert.Single(org.Writer.Create(TestOrg.User, [TestOrg.Input("Account", "001000000000001", ("Name", "A"))], DmlOptions.Default));
        Assert.Equal("cannot specify Id in an insert call", TestOrg.Refused(result, "INVALID_FIELD_FOR_INSERT_UPDATE").Message);
    }

    [Fact]
    public void ObjectThatOnlyTheOrgMakes_IsRefused() =>
        TestOrg.Refused(org.TryCreate("Organization", ("Name", "Mine")), "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");

    [Theory]
    [InlineData(null, "Must send a concrete entity type.")]
    [InlineData("Nothing", "sObject type 'Nothing' is not supported.")]
    public void UnknownType_FailsTheCall(string? type, string message)
    {
        var exception = Assert.Throws<ApiException>(() => org.Writer.Create(TestOrg.User, [TestOrg.Input(type, null)], DmlOptions.Default));
        Assert.Equal("INVALID_TYPE", exception.ErrorCode);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BadRecordAmongGoodOnes_FailsAlone()
    {
        var results = org.Writer.Create(
            TestOrg.User,
            [TestOrg.Input("Account", null, ("Name", "A")), TestOrg.Input("Account", null), TestOrg.Input("Contact", null, ("LastName", "C"))],
            DmlOptions.Default);
        Assert.Equal([true, false, true], results.Select(result => result.Success));
        Assert.Null(results[1].Id);
        Assert.True(org.Exists("Account", results[0].Id!));
        Assert.True(org.Exists("Contact", results[2].Id!));
    }

    [Fact]
    public void AllOrNone_TakesTheGoodRecordsBack()
    {
        var results = org.Writer.Create(
            TestOrg.User,
            [TestOrg.Input("Account", null, ("Name", "A")), TestOrg.Input("Account", null)],
            new DmlOptions { AllOrNone = true });
        var error = TestOrg.Refused(results[0], "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        Assert.Equal("Record rolled back because not all records were valid and the request was using AllOrNone header", error.Message);
        Assert.NotNull(results[0].Id);
        Assert.False(org.Exists("Account", results[0].Id!));
        TestOrg.Refused(results[1], "REQUIRED_FIELD_MISSING");
    }

    [Fact]
    public void AutoNumber_CountsUp()
    {
        var first = org.Create("Invoice__c");
        var second = org.Create("Invoice__c");
        Assert.Equal("INV-0001", org.Value("Invoice__c", first, "Name"));
        Assert.Equal("INV-0002", org.Value("Invoice__c", second, "Name"));
        Assert.Equal("00001000", org.Value("Case", org.Create("Case"), "CaseNumber"));
    }

    [Fact]
    public void CustomRecordWithoutName_IsNamedByItsId()
    {
        var id = org.Create("Line__c", ("Invoice__c", org.Create("Invoice__c")));
        Assert.Equal(id, org.Value("Line__c", id, "Name"));
    }

    [Fact]
    public void OmittedField_GetsItsDefaultButClearedOneDoesNot()
    {
        Assert.Equal("Low", org.Value("Account", org.Create("Account", ("Name", "A")), "Level__c"));
        Assert.Null(org.Value("Account", org.Create("Account", ("Name", "A"), ("Level__c", null)), "Level__c"));
        Assert.Equal("Open - Not Contacted", org.Value("Lead", org.Create("Lead", ("LastName", "L"), ("Company", "C")), "Status"));
    }

    [Fact]
    public void PersonName_IsPutTogether()
    {
        Assert.Equal("Ann Lee", org.Value("Contact", org.Create("Contact", ("FirstName", "Ann"), ("LastName", "Lee")), "Name"));
        Assert.Equal("Lee", org.Value("Contact", org.Create("Contact", ("LastName", "Lee")), "Name"));
    }

    [Fact]
    public void OpportunityStage_BringsItsProbability()
    {
        var open = org.Create("Opportunity", ("Name", "O"), ("CloseDate", "2026-12-24"), ("StageName", "Prospecting"), ("Amount", 200L));
        Assert.Equal(10d, org.Value("Opportunity", open, "Probability"));
        Assert.Equal(20d, org.Value("Opportunity", open, "ExpectedRevenue"));
        Assert.Equal("Pipeline", org.Value("Opportunity", open, "ForecastCategory"));
        Assert.Equal((2026L, 4L), (org.Value("Opportunity", open, "FiscalYear"), org.Value("Opportunity", open, "FiscalQuarter")));
        org.Update("Opportunity", open, ("StageName", "Closed Won"));
        Assert.Equal((true, true), (org.Value("Opportunity", open, "IsClosed"), org.Value("Opportunity", open, "IsWon")));
        Assert.Equal("Closed", org.Value("Opportunity", open, "ForecastCategory"));
        var stubborn = org.Create("Opportunity", ("Name", "O"), ("CloseDate", "2026-12-24"), ("StageName", "Prospecting"), ("Probability", 55L));
        Assert.Equal(55d, org.Value("Opportunity", stubborn, "Probability"));
    }

    [Fact]
    public void ClosedCase_KnowsWhen()
    {
        var id = org.Create("Case", ("Subject", "Help"));
        Assert.Equal((false, "New"), (org.Value("Case", id, "IsClosed"), org.Value("Case", id, "Status")));
        org.Update("Case", id, ("Status", "Closed"));
        Assert.Equal(true, org.Value("Case", id, "IsClosed"));
        Assert.Equal(org.Time.Now, org.Value("Case", id, "ClosedDate"));
        org.Update("Case", id, ("Status", "Working"));
        Assert.Null(org.Value("Case", id, "ClosedDate"));
    }

    [Fact]
    public void FieldsOfTheParent_ShowOnTheRecord()
    {
        var product = org.Create("Product2", ("Name", "Pump"), ("ProductCode", "P-1"), ("IsActive", true));
        var entry = org.Create(
            "PricebookEntry", ("Pricebook2Id", SeedRecords.StandardPricebookId), ("Product2Id", product), ("UnitPrice", 9.5), ("IsActive", true));
        var opportunity = org.Create("Opportunity", ("Name", "O"), ("CloseDate", "2026-12-24"), ("StageName", "Prospecting"));
        var line = org.Create("OpportunityLineItem", ("OpportunityId", opportunity), ("PricebookEntryId", entry), ("Quantity", 2L), ("UnitPrice", 9L));
        Assert.Equal(("Pump", "P-1"), (org.Value("PricebookEntry", entry, "Name"), org.Value("PricebookEntry", entry, "ProductCode")));
        Assert.Equal((product, 9.5), (org.Value("OpportunityLineItem", line, "Product2Id"), org.Value("OpportunityLineItem", line, "ListPrice")));
    }

    [Fact]
    public void AccountOfAnActivity_FollowsWhatItIsAbout()
    {
        var account = org.Create("Account", ("Name", "A"));
        var contact = org.Create("Contact", ("LastName", "L"), ("AccountId", account));
        var campaign = org.Create("Campaign", ("Name", "C"));
        Assert.Equal(account, org.Value("Task", org.Create("Task", ("WhatId", account)), "AccountId"));
        Assert.Equal(account, org.Value("Task", org.Create("Task", ("WhoId", contact), ("WhatId", campaign)), "AccountId"));
        var task = org.Create("Task", ("WhoId", contact));
        org.Update("Task", task, ("WhoId", null));
        Assert.Null(org.Value("Task", task, "AccountId"));
    }

    [Fact]
    public void CampaignMember_HasThePersonsName()
    {
        var campaign = org.Create("Campaign", ("Name", "C"));
        var lead = org.Create("Lead", ("FirstName", "Ann"), ("LastName", "Lee"), ("Company", "Acme"), ("City", "Rome"));
        var member = org.Create("CampaignMember", ("CampaignId", campaign), ("LeadId", lead), ("Status", "Responded"));
        Assert.Equal(("Ann Lee", "Acme", "Rome"), (org.Value("CampaignMember", member, "Name"), org.Value("CampaignMember", member, "CompanyOrAccount"), org.Value("CampaignMember", member, "City")));
        Assert.Equal((lead, true), (org.Value("CampaignMember", member, "LeadOrContactId"), org.Value("CampaignMember", member, "HasResponded")));
    }
}
