using SalesforcePS.Emulator.Hosting;

namespace SalesforcePS.Emulator.Tests.Support;

/// <summary>A schema file with an external id that must be unique and one that need not be.</summary>
internal sealed class SchemaFixture : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public SchemaFixture(string? json = null) => File.WriteAllText(file, json ?? """
        {
          "objects": [
            {
              "name": "Account",
              "fields": [
                { "name": "Key__c", "type": "string", "length": 40, "externalId": true, "unique": true },
                { "name": "Batch__c", "type": "string", "length": 40, "externalId": true }
              ]
            }
          ]
        }
        """);

    public EmulatorOptions Options => new() { Schema = file };

    public void Dispose() => File.Delete(file);
}
