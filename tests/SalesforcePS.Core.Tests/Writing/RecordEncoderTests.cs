using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class RecordEncoderTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);
    private static readonly WriteOptions Update = new(RecordOperation.Update);
    private static readonly WriteOptions Upsert = new(RecordOperation.Upsert) { ExternalIdField = "key__c" };

    [Fact]
    public void NullClears_BlankIsLeftAlone_AbsentIsAbsent()
    {
        var encoded = Encode(Update, Input.Of("Account", ("Id", "001000000000001AAA"), ("Name", "A"), ("Phone", null), ("Industry", ""), ("Interests__c", Array.Empty<string>())));

        Assert.Equal(["Name=A"], Fields(encoded));
        Assert.Equal(["Phone"], encoded.FieldsToNull);
        Assert.Equal("001000000000001AAA", encoded.Id);
    }

    [Fact]
    public void ClearBlank_ClearsBlanksToo()
    {
        var encoded = Encode(Update with { ClearBlank = true }, Input.Of("Account", ("Id", "001"), ("Phone", null), ("Industry", ""), ("Interests__c", Array.Empty<string>())));

        Assert.Equal(["Phone", "Industry", "Interests__c"], encoded.FieldsToNull);
        Assert.Empty(encoded.Fields);
    }

    [Fact]
    public void Names_AreTakenInAnyCaseAndWrittenAsDescribed() =>
        Assert.Equal(["Name=A", "Account.Key__c=K"], Fields(Encode(Insert, Input.Of("Contact", ("name", "A"), ("ACCOUNT.Key__c", "K")), WithName(StandardObjects.Contact))));

    [Fact]
    public void LinkByExternalId_NamesTheParentsObject()
    {
        var link = Assert.Single(Encode(Insert, Input.Of("Contact", ("Account.Number__c", 5.0))).Fields);

        Assert.Equal(("Number__c", "5", "Account", "Account"), (link.Name, link.Text, link.Link!.Relationship, link.Link.ObjectType));
    }

    [Theory]
    [InlineData(null, false, "AccountId")]
    [InlineData("", false, null)]
    [InlineData("", true, "AccountId")]
    public void LinkWithoutValue_FollowsTheNullRuleOnItsReference(string? value, bool clearBlank, string? cleared)
    {
        var encoded = Encode(Update with { ClearBlank = clearBlank }, Input.Of("Contact", ("Id", "003"), ("Account.Key__c", value)));

        Assert.Equal(cleared is null ? [] : [cleared], encoded.FieldsToNull);
        Assert.Empty(encoded.Fields);
    }

    [Theory]
    [InlineData("Lead:Who.Email", "Who", "Lead")]
    [InlineData("Contact:who.Key__c", "Who", "Contact")]
    [InlineData("Owner.Email", "Owner", "User")]
    [InlineData("Group:Owner.Name", "Owner", "Group")]
    public void PolymorphicLink_IsSaidByItsPrefix(string name, string relationship, string objectType)
    {
        var link = Assert.Single(Encode(Insert, Input.Of("Task", (name, "x"))).Fields).Link!;

        Assert.Equal((relationship, objectType), (link.Relationship, link.ObjectType));
    }

    [Theory]
    [InlineData("Who.Email", "'Who.Email' may point to Contact, Lead: say which, as in 'Contact:Who.Email'.")]
    [InlineData("Boss.Email", "Task has no parent 'Boss' for 'Boss.Email'.")]
    [InlineData("Contact:Who.Account.Name", "is not a link by external id")]
    [InlineData("Owner.", "is not a link by external id")]
    [InlineData("Owner.E mail", "is not a link by external id")]
    [InlineData("Owner.<x>", "is not a link by external id")]
    [InlineData(":Who.Email", "is not a link by external id")]
    [InlineData(".", "is not a link by external id")]
    public void LinkThatCannotBe_IsRefused(string name, string message)
    {
        var refused = Assert.Throws<RecordException>(() => Encode(Insert, Input.Of("Task", (name, "x"))));

        Assert.Equal("INVALID_FIELD", refused.ErrorCode);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void QueriedRecord_LeavesOutWhatCannotBeWritten()
    {
        var record = Input.Queried(
            "Contact", ("Id", "003000000000001AAA"), ("LastName", "A"), ("CreatedDate", DateTimeOffset.UnixEpoch), ("Account.Name", "Acme"),
            ("Account.Key__c", "K"), ("AccountId", "001"), ("Cases", Array.Empty<object>()), ("Unknown", 1), ("Account.Owner.Key__c", "x"));

        var update = Encode(Update, record);
        var copy = Encode(Insert, record);

        Assert.Equal(["LastName=A", "AccountId=001"], Fields(update));
        Assert.Equal("003000000000001AAA", update.Id);
        Assert.Null(copy.Id);
    }

    [Fact]
    public void QueriedParentKey_IsALinkWhereTheParentsIdWasNotSelected() =>
        Assert.Equal(["Account.Key__c=K"], Fields(Encode(Update, Input.Queried("Contact", ("Id", "003"), ("Account.Key__c", "K"), ("Account.Name", "Acme")))));

    [Fact]
    public void UnknownField_IsRefusedByName()
    {
        var refused = Assert.Throws<RecordException>(() => Encode(Insert, Input.Of("Account", ("Name", "A"), ("FavoritePet__c", "Dog"))));

        Assert.Equal("INVALID_FIELD", refused.ErrorCode);
        Assert.StartsWith("INVALID_FIELD: No such column 'FavoritePet__c' on sobject of type Account.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["FavoritePet__c"], refused.Fields);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void UpdateWithoutId_IsRefused(string? id)
    {
        var refused = Assert.Throws<RecordException>(() => Encode(Update, Input.Of("Account", ("Id", id), ("Name", "A"))));

        Assert.Equal(("MISSING_ARGUMENT", "Id"), (refused.ErrorCode, refused.Fields[0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void UpsertWithoutKey_IsRefused(string? key)
    {
        var refused = Assert.Throws<RecordException>(() => Encode(Upsert with { ClearBlank = true }, Input.Of("Account", ("Key__c", key), ("Name", "A"))));

        Assert.Equal("MISSING_ARGUMENT", refused.ErrorCode);
        Assert.Contains("no value for its external id 'key__c'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UpsertByExternalId_SendsNoId()
    {
        var encoded = Encode(Upsert, Input.Of("Account", ("Id", "001"), ("Key__c", "K")));

        Assert.Null(encoded.Id);
        Assert.Equal("K", encoded.TextOf("KEY__C"));
    }

    [Fact]
    public void UpsertById_KeepsTheId() =>
        Assert.Equal("001", Encode(Upsert with { ExternalIdField = "id" }, Input.Of("Account", ("Id", "001"), ("Name", "A"))).Id);

    [Fact]
    public void AutoNumberAsKeyOfAQueriedRecord_IsKept() =>
        Assert.Equal("K1", Encode(Upsert with { ExternalIdField = "Auto__c" }, Input.Queried("Account", ("Auto__c", "K1"), ("Name", "A"))).TextOf("Auto__c"));

    private static EncodedRecord Encode(WriteOptions options, InputRecord record, ObjectDescription? description = null) =>
        new RecordEncoder(description ?? StandardObjects.Read(record.ObjectType), options, new FieldValueEncoder(TimeZoneInfo.Utc)).Encode(record);

    private static ObjectDescription WithName(ObjectDescription contact) =>
        new(contact.Summary, [.. contact.Fields, new FieldDescription("Name", "Name", FieldType.String)], []);

    private static IEnumerable<string> Fields(EncodedRecord encoded) =>
        encoded.Fields.Select(field => field.Link is { } link ? $"{link.Relationship}.{field.Name}={field.Text}" : $"{field.Name}={field.Text}");
}
