using System.Buffers;
using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

/// <summary>A fresh in-memory org, with a custom object, that can be queried.</summary>
internal sealed class QueryOrg : IDisposable
{
    public const string ServicePath = "/services/data/v64.0";

    private static readonly Lazy<OrgSchema> CustomSchema = new(LoadSchema);

    private readonly TestOrg org = new(CustomSchema.Value);

    public QueryOrg() => Service = new QueryService(org.Database, org.Time);

    public QueryService Service { get; }

    public TestOrg Records => org;

    public static string UserId => TestOrg.User.UserId;

    public void SetFiscalYear(int startMonth, bool isNamedByStart) => org.Database.Write((_, _) =>
        org.Database.Prepare("UPDATE Organization SET FiscalYearStartMonth = ?, UsesStartDateAsFiscalYearName = ?")
            .Bind(1, (long)startMonth).Bind(2, isNamedByStart ? 1L : 0L).Step());

    public string Create(string type, params (string Name, object? Value)[] fields) => org.Create(type, [.. fields.Select(AsInput)]);

    /// <summary>Creates accounts with the names, in order.</summary>
    public string[] CreateAccounts(params string[] names) => [.. names.Select(name => Create("Account", ("Name", name)))];

    public void CreateMany(string type, int count, Func<int, (string Name, object? Value)[]> fields)
    {
        for (var start = 0; start < count; start += DmlOptions.MaximumRecords)
        {
            var inputs = Enumerable.Range(start, Math.Min(DmlOptions.MaximumRecords, count - start))
                .Select(index => TestOrg.Input(type, null, [.. fields(index).Select(AsInput)]));
            Assert.All(org.Writer.Create(TestOrg.User, [.. inputs], DmlOptions.Default), result => Assert.True(result.Success));
        }
    }

    public QueryPage Query(string soql, bool includeDeleted = false, int batchSize = QueryService.MaximumBatchSize) =>
        Service.Query(TestOrg.User, soql, includeDeleted, batchSize);

    public QueryPage More(string locator) => Service.QueryMore(TestOrg.User, locator);

    /// <summary>The values of the first selected field, as text, over the first page.</summary>
    public string[] Values(string soql, bool includeDeleted = false) =>
        [.. Json(Query(soql, includeDeleted)).GetProperty("records").EnumerateArray()
            .Select(record => record.EnumerateObject().First(property => property.Name != "attributes").Value.ToString())];

    public JsonElement Json(string soql) => Json(Query(soql));

    public ApiException Refused(string soql) => Assert.Throws<ApiException>(() => Query(soql));

    public static JsonElement Json(QueryPage page)
    {
        using var document = JsonDocument.Parse(Text(page));
        return document.RootElement.Clone();
    }

    public static string Text(QueryPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new QueryJsonWriter(output, ServicePath))
            writer.Write(page);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public void Dispose() => org.Dispose();

    private static (string Name, object? Value) AsInput((string Name, object? Value) field) =>
        field.Value is int number ? (field.Name, (long)number) : field;

    private static OrgSchema LoadSchema()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """
                {"objects": [
                  {"name": "Sample__c", "fields": [
                    {"name": "Key__c", "type": "string", "length": 40, "externalId": true, "unique": true, "caseSensitive": true},
                    {"name": "Colours__c", "type": "multipicklist", "values": ["Red", "Green", "Blue"]},
                    {"name": "Ratio__c", "type": "double", "precision": 18, "scale": 6},
                    {"name": "Count__c", "type": "int"},
                    {"name": "Flag__c", "type": "boolean"},
                    {"name": "Day__c", "type": "date"},
                    {"name": "Moment__c", "type": "datetime"},
                    {"name": "Clock__c", "type": "time"},
                    {"name": "Account__c", "type": "reference", "referenceTo": ["Account"], "relationshipName": "Account__r", "childRelationshipName": "Samples__r"},
                    {"name": "Size__c", "type": "picklist", "values": [{"value": "S", "label": "Small"}, {"value": "L", "label": "Large"}, "M"]},
                    {"name": "Parts__c", "type": "multipicklist", "values": [{"value": "a", "label": "b"}, {"value": "b", "label": "Bolt"}, "c"]}
                  ]}
                ]}
                """);
            return SchemaFile.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
