using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Tests.Records;

/// <summary>An org with custom objects, external ids and rules, made from a schema file.</summary>
internal static class CustomOrg
{
    private const string SchemaJson = """
        { "objects": [
          { "name": "Account",
            "fields": [
              { "name": "Key__c", "label": "Key", "type": "string", "length": 20, "externalId": true, "unique": true },
              { "name": "Exact__c", "label": "Exact", "type": "string", "length": 20, "externalId": true, "unique": true, "caseSensitive": true },
              { "name": "Loose__c", "label": "Loose", "type": "string", "length": 20, "externalId": true },
              { "name": "Number__c", "label": "Number", "type": "double", "precision": 4, "scale": 1, "externalId": true },
              { "name": "Tags__c", "label": "Tags", "type": "multipicklist", "values": ["Red", "Green", "Blue"], "restricted": true },
              { "name": "Level__c", "label": "Level", "type": "picklist", "values": ["Low", "High"], "restricted": true, "defaultValue": "Low" },
              { "name": "Opens__c", "label": "Opens", "type": "time" },
              { "name": "Secret__c", "label": "Secret", "type": "encryptedstring", "length": 5 },
              { "name": "Boss__c", "label": "Boss", "type": "reference", "referenceTo": ["User", "Contact"] } ] },
          { "name": "Lead",
            "duplicateRules": [
              { "name": "Same e-mail", "fields": ["Email"], "action": "allow" },
              { "name": "Same person", "fields": ["LastName", "Company"], "action": "block" } ],
            "assignmentRule": { "id": "01Q000000000001", "owner": "queue.owner@emulator.example" } },
          { "name": "Invoice__c", "nameField": { "displayFormat": "INV-{0001}" },
            "fields": [
              { "name": "Account__c", "label": "Account", "type": "reference", "referenceTo": "Account", "childRelationshipName": "Invoices__r", "deleteRule": "restrict" },
              { "name": "Contact__c", "label": "Contact", "type": "reference", "referenceTo": "Contact" } ] },
          { "name": "Line__c",
            "fields": [
              { "name": "Invoice__c", "label": "Invoice", "type": "reference", "referenceTo": "Invoice__c", "required": true, "deleteRule": "cascade", "childRelationshipName": "Lines__r" } ] } ] }
        """;

    private static readonly Lazy<OrgSchema> Schema = new(Load);

    public static TestOrg Start() => new(Schema.Value);

    private static OrgSchema Load()
    {
        var path = Path.Combine(Path.GetTempPath(), $"schema-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, SchemaJson);
        try
        {
            return SchemaFile.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
