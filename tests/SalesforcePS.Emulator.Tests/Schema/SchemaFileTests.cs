using SalesforcePS.Emulator.Schema;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema;

public sealed class SchemaFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"schema-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void CustomObject_HasWhatAnOrgGivesIt()
    {
        var org = Load("""
            { "objects": [
              { "name": "Invoice__c", "nameField": { "label": "Invoice Number", "displayFormat": "INV-{0001}" },
                "fields": [
                  { "name": "Account__c", "type": "reference", "referenceTo": "Account", "childRelationshipName": "Invoices__r", "deleteRule": "restrict" },
                  { "name": "Total__c", "type": "currency", "precision": 10, "scale": 4, "required": true },
                  { "name": "State__c", "type": "picklist", "values": ["Open", { "value": "Paid", "default": true }], "restricted": true } ] },
              { "name": "Line_Item__c", "label": "Line", "labelPlural": "Lines" } ] }
            """);
        var invoice = org.Find("Invoice__c")!;
        Assert.Equal(("a00", "Invoice", "Invoices", true), (invoice.KeyPrefix, invoice.Label, invoice.LabelPlural, invoice.Custom));
        Assert.Equal("a01", org.Find("Line_Item__c")!.KeyPrefix);
        Assert.True(invoice.NameField is { Label: "Invoice Number", AutoNumber: true, Createable: false });
        Assert.NotNull(invoice.FindField("OwnerId"));
        Assert.Equal("Account__c", invoice.FindRelationship("Account__r")?.Name);
        Assert.True(org.Find("Account")!.FindChildRelationship("Invoices__r") is { ChildSObject: "Invoice__c", RestrictedDelete: true });
        Assert.True(invoice.FindField("Total__c") is { Precision: 10, Scale: 4, Nillable: false, Custom: true });
        Assert.Equal("Paid", invoice.FindField("State__c")!.DefaultValue);
    }

    [Fact]
    public void StandardObject_GetsCustomFields()
    {
        var org = Load("""
            { "objects": [ { "name": "Account", "fields": [
                { "name": "Key__c", "label": "Key", "type": "string", "length": 20, "externalId": true, "unique": true, "caseSensitive": true } ] } ] }
            """);
        var key = org.Find("Account")!.FindExternalIdField("key__c");
        Assert.True(key is { ExternalId: true, Unique: true, CaseSensitive: true, Length: 20, IdLookup: true });
        Assert.Equal("001", org.Find("Account")!.KeyPrefix);
        Assert.NotEmpty(org.Find("Account")!.ChildRelationships);
    }

    [Fact]
    public void DetailOfAMaster_HasNoOwner()
    {
        var org = Load("""
            { "objects": [ { "name": "Part__c", "fields": [
                { "name": "Product__c", "type": "reference", "referenceTo": "Product2", "required": true, "deleteRule": "cascade" } ] } ] }
            """);
        Assert.Null(org.Find("Part__c")!.FindField("OwnerId"));
    }

    [Theory]
    [InlineData("""{ "objects": [ """, "not JSON")]
    [InlineData("""{ "object": [] }""", "'object' is not known")]
    [InlineData("""{ "objects": {} }""", "must be a list")]
    [InlineData("""{ "objects": [ { "name": "Invoice" } ] }""", "object Invoice: 'Invoice' is no name")]
    [InlineData("""{ "objects": [ { "name": "A__c" }, { "name": "a__c" } ] }""", "stands there twice")]
    [InlineData("""{ "objects": [ { "name": "Account", "label": "Firm" } ] }""", "object Account: the property 'label' is for custom objects only")]
    [InlineData("""{ "objects": [ { "name": "A__c", "nameField": { "displayFormat": "A-0" } } ] }""", "field Name: the displayFormat 'A-0' is not valid")]
    [InlineData("""{ "objects": [ { "name": "A__c", "duplicateRules": [ { "fields": ["No__c"] } ] } ] }""", "names the field 'No__c'")]
    [InlineData("""{ "objects": [ { "name": "A__c", "duplicateRules": [ { "fields": ["Name"], "action": "warn" } ] } ] }""", "the action 'warn'")]
    [InlineData("""{ "objects": [ { "name": "Product2", "assignmentRule": { "owner": "x" } } ] }""", "records have no owner")]
    public void MistakeInAnObject_IsRefusedWithItsPlace(string json, string message) => AssertRefused(json, message);

    [Theory]
    [InlineData("""{ "name": "Key", "type": "string" }""", "'Key' is no name")]
    [InlineData("""{ "name": "A__B", "type": "string" }""", "'A__B' is no name")]
    [InlineData("""{ "name": "K__c" }""", "field K__c: the property 'type' is missing")]
    [InlineData("""{ "name": "K__c", "type": "text" }""", "field K__c: the type 'text' is not known")]
    [InlineData("""{ "name": "K__c", "type": "string", "size": 3 }""", "'size' is not known")]
    [InlineData("""{ "name": "K__c", "type": "string", "length": "3" }""", "'length' is \"3\"")]
    [InlineData("""{ "name": "K__c", "type": "string", "length": 256 }""", "It must be from 1 to 255")]
    [InlineData("""{ "name": "K__c", "type": "date", "length": 3 }""", "'length' does not go with this type")]
    [InlineData("""{ "name": "K__c", "type": "double", "precision": 19 }""", "It must be from 1 to 18")]
    [InlineData("""{ "name": "K__c", "type": "double", "precision": 4, "scale": 5 }""", "It must be from 0 to 4")]
    [InlineData("""{ "name": "K__c", "type": "boolean", "required": true }""", "'required' does not go with this type")]
    [InlineData("""{ "name": "K__c", "type": "date", "unique": true }""", "'unique' does not go with this type")]
    [InlineData("""{ "name": "K__c", "type": "string", "caseSensitive": true }""", "'caseSensitive' does not go with this type")]
    [InlineData("""{ "name": "K__c", "type": "string", "values": [] }""", "'values' does not go with this type")]
    [InlineData("""{ "name": "K__c", "type": "picklist", "restricted": true }""", "needs values")]
    [InlineData("""{ "name": "K__c", "type": "picklist", "values": ["A", "a"] }""", "'A' stands there twice")]
    [InlineData("""{ "name": "K__c", "type": "picklist", "restricted": true, "values": ["A"], "defaultValue": "B" }""", "'B' is not among the values")]
    [InlineData("""{ "name": "K__c", "type": "int", "defaultValue": "many" }""", "'defaultValue' is \"many\"")]
    [InlineData("""{ "name": "K__c", "type": "reference" }""", "'referenceTo' is missing")]
    [InlineData("""{ "name": "K__c", "type": "reference", "referenceTo": "Nothing" }""", "no object 'Nothing'")]
    [InlineData("""{ "name": "K__c", "type": "reference", "referenceTo": "Account", "deleteRule": "ignore" }""", "the deleteRule 'ignore'")]
    [InlineData("""{ "name": "K__c", "type": "reference", "referenceTo": "Account", "required": true, "deleteRule": "setNull" }""", "cannot be cleared")]
    [InlineData("""{ "name": "K__c", "type": "reference", "referenceTo": "Account", "childRelationshipName": "Ks" }""", "does not end with __r")]
    [InlineData("""{ "name": "K__c", "type": "autonumber" }""", "'displayFormat' is missing")]
    [InlineData("""{ "name": "K__c", "type": "string" }, { "name": "k__c", "type": "string" }""", "the field exists already")]
    [InlineData(
        """{ "name": "K__c", "type": "reference", "referenceTo": "Account", "childRelationshipName": "X__r" }, { "name": "L__c", "type": "reference", "referenceTo": "Account", "childRelationshipName": "X__r" }""",
        "has a child relationship 'X__r' already")]
    public void MistakeInAField_IsRefusedWithItsPlace(string fields, string message) =>
        AssertRefused($$"""{ "objects": [ { "name": "Contact", "fields": [ {{fields}} ] } ] }""", message);

    [Fact]
    public void ExampleInTheManual_Loads()
    {
        var manual = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "EMULATOR.md"));
        const string fence = "```json";
        var start = manual.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        var org = Load(manual[start..manual.IndexOf("```", start, StringComparison.Ordinal)]);
        Assert.NotNull(org.Find("Invoice__c"));
    }

    [Fact]
    public void MissingFile_IsRefused() =>
        Assert.Contains("cannot be read", Assert.Throws<SchemaException>(() => SchemaFile.Load(path)).Message, StringComparison.Ordinal);

    private void AssertRefused(string json, string message)
    {
        var exception = Assert.Throws<SchemaException>(() => Load(json));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "SalesforcePS.sln")))
            directory = directory.Parent!;
        return directory.FullName;
    }

    private OrgSchema Load(string json)
    {
        File.WriteAllText(path, json);
        return SchemaFile.Load(path);
    }
}
