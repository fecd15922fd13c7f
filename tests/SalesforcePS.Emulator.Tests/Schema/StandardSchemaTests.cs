using SalesforcePS.Emulator.Schema;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema;

public sealed class StandardSchemaTests
{
    private static readonly OrgSchema Org = new(StandardSchema.Load());

    [Theory]
    [InlineData("Account", "001")]
    [InlineData("Contact", "003")]
    [InlineData("Lead", "00Q")]
    [InlineData("Opportunity", "006")]
    [InlineData("OpportunityLineItem", "00k")]
    [InlineData("Product2", "01t")]
    [InlineData("Pricebook2", "01s")]
    [InlineData("PricebookEntry", "01u")]
    [InlineData("Case", "500")]
    [InlineData("CaseComment", "00a")]
    [InlineData("Task", "00T")]
    [InlineData("Event", "00U")]
    [InlineData("Campaign", "701")]
    [InlineData("CampaignMember", "00v")]
    [InlineData("Asset", "02i")]
    [InlineData("Contract", "800")]
    [InlineData("Order", "801")]
    [InlineData("OrderItem", "802")]
    [InlineData("User", "005")]
    [InlineData("UserRole", "00E")]
    [InlineData("LeadStatus", "01J")]
    [InlineData("Profile", "00e")]
    [InlineData("Group", "00G")]
    [InlineData("RecordType", "012")]
    [InlineData("Attachment", "00P")]
    [InlineData("Note", "002")]
    [InlineData("Document", "015")]
    [InlineData("Folder", "00l")]
    [InlineData("ContentVersion", "068")]
    [InlineData("ContentDocument", "069")]
    [InlineData("ContentDocumentLink", "06A")]
    [InlineData("Organization", "00D")]
    [InlineData("ListView", "00B")]
    [InlineData("PushTopic", "0IF")]
    [InlineData("ProcessDefinition", "04a")]
    [InlineData("ProcessNode", "04b")]
    [InlineData("ProcessInstance", "04g")]
    [InlineData("ProcessInstanceStep", "04h")]
    [InlineData("ProcessInstanceWorkitem", "04i")]
    public void StandardObject_HasItsKeyPrefix(string name, string prefix)
    {
        Assert.Equal(prefix, Org.Find(name)?.KeyPrefix);
        Assert.Equal(name, Org.FindByKeyPrefix(prefix)?.Name);
    }

    [Theory]
    [InlineData("Account", "Contacts", "Contact", "AccountId")]
    [InlineData("Account", "Opportunities", "Opportunity", "AccountId")]
    [InlineData("Account", "Cases", "Case", "AccountId")]
    [InlineData("Account", "ChildAccounts", "Account", "ParentId")]
    [InlineData("Account", "Tasks", "Task", "WhatId")]
    [InlineData("Contact", "Events", "Event", "WhoId")]
    [InlineData("Opportunity", "OpportunityLineItems", "OpportunityLineItem", "OpportunityId")]
    [InlineData("Case", "CaseComments", "CaseComment", "ParentId")]
    [InlineData("Campaign", "CampaignMembers", "CampaignMember", "CampaignId")]
    [InlineData("Order", "OrderItems", "OrderItem", "OrderId")]
    [InlineData("Pricebook2", "PricebookEntries", "PricebookEntry", "Pricebook2Id")]
    [InlineData("ContentDocument", "ContentVersions", "ContentVersion", "ContentDocumentId")]
    [InlineData("UserRole", "Users", "User", "UserRoleId")]
    [InlineData("Lead", "Attachments", "Attachment", "ParentId")]
    [InlineData("Opportunity", "ProcessInstances", "ProcessInstance", "TargetObjectId")]
    [InlineData("Opportunity", "ProcessSteps", "ProcessInstanceHistory", "TargetObjectId")]
    [InlineData("ProcessInstance", "Workitems", "ProcessInstanceWorkitem", "ProcessInstanceId")]
    public void ChildRelationship_HasItsName(string parent, string relationship, string child, string field)
    {
        var found = Org.Find(parent)!.FindChildRelationship(relationship);
        Assert.Equal((child, field), (found?.ChildSObject, found?.Field));
    }

    [Fact]
    public void ChildRelationshipNames_AreUniquePerParent()
    {
        foreach (var type in Org.Types)
        {
            var names = type.ChildRelationships.Select(child => child.RelationshipName).OfType<string>().ToList();
            Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase).Count(), names.Count);
        }
    }

    [Fact]
    public void EveryReference_PointsIntoTheSchema()
    {
        var fields = Org.Types.SelectMany(type => type.Fields).Where(field => field.Type == FieldType.Reference);
        Assert.All(fields, field =>
        {
            Assert.NotEmpty(field.ReferenceTo);
            Assert.All(field.ReferenceTo, target => Assert.NotNull(Org.Find(target)));
        });
    }

    [Fact]
    public void NamesAreFound_WhateverTheirCase()
    {
        var account = Org.Find("ACCOUNT")!;
        Assert.Equal("Name", account.FindField("name")?.Name);
        Assert.Equal("OwnerId", account.FindRelationship("owner")?.Name);
        Assert.Null(account.FindField("Nickname"));
    }

    [Fact]
    public void AccountName_HasTheFactsOfDescribe()
    {
        var name = Org.Find("Account")!.NameField!;
        Assert.Equal(("Account Name", FieldType.String, 255), (name.Label, name.Type, name.Length));
        Assert.True(name is { Createable: true, Updateable: true, Nillable: false, Filterable: true, Groupable: true, Sortable: true });
    }

    [Fact]
    public void AddressParts_KnowTheirCompoundField()
    {
        var contact = Org.Find("Contact")!;
        var parts = contact.PartsOf(contact.FindField("MailingAddress")!).Select(part => part.Name);
        Assert.Equal(
            ["MailingCity", "MailingCountry", "MailingGeocodeAccuracy", "MailingLatitude", "MailingLongitude", "MailingPostalCode", "MailingState", "MailingStreet"],
            parts);
    }

    [Fact]
    public void SystemFields_AreWhereAnOrgHasThem()
    {
        Assert.NotNull(Org.Find("Account")!.FindField("IsDeleted"));
        Assert.Null(Org.Find("User")!.FindField("IsDeleted"));
        Assert.Null(Org.Find("ContentDocumentLink")!.FindField("CreatedDate"));
        Assert.All(Org.Types, type => Assert.NotNull(type.FindField("SystemModstamp")));
    }

    [Fact]
    public void Fields_AgreeWithTheObjectReference()
    {
        var facts = ReferenceData.Find("standard-objects.jsonl");
        Assert.SkipUnless(facts is not null, "the reference data is not beside the repository");
        Assert.Empty(StandardFacts.Disagreements(Org, facts!));
    }
}
