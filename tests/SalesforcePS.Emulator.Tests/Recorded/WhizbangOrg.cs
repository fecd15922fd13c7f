using System.Text.Json.Nodes;
using SalesforcePS.Emulator.Hosting;

namespace SalesforcePS.Emulator.Tests.Recorded;

/// <summary>The org of the responses that were recorded for Restforce: an object Whizbang with a field of each type.</summary>
internal static class WhizbangOrg
{
    public const string Type = "Whizbang__c";

    private const string Schema = """
        {"objects":[{"name":"Whizbang__c","label":"Whizbang","fields":[
          {"name":"Auto_Number__c","type":"autonumber","displayFormat":"A-{0}"},
          {"name":"Checkbox_Label__c","type":"boolean"},
          {"name":"Currency_Label__c","type":"currency"},
          {"name":"Date_Label__c","type":"date"},
          {"name":"DateTime_Label__c","type":"datetime"},
          {"name":"OtherDateTime_Label__c","type":"datetime"},
          {"name":"Email_Label__c","type":"email"},
          {"name":"Number_Label__c","type":"double"},
          {"name":"Percent_Label__c","type":"percent"},
          {"name":"Phone_Label__c","type":"phone"},
          {"name":"Picklist_Label__c","type":"picklist","values":["one","two"]},
          {"name":"Picklist_Multiselect_Label__c","type":"multipicklist","values":["four","five","six"]},
          {"name":"Text_Label__c","type":"string","length":100},
          {"name":"TextArea_Label__c","type":"textarea"},
          {"name":"TextAreaLong_Label__c","type":"textarea"},
          {"name":"TextAreaRich_Label__c","type":"textarea"},
          {"name":"URL_Label__c","type":"url"},
          {"name":"External_Field__c","type":"string","externalId":true},
          {"name":"ParentWhizbang__c","type":"reference","referenceTo":"Whizbang__c","relationshipName":"ParentWhizbang__r","childRelationshipName":"Whizbangs__r"}
        ]}]}
        """;

    public static async Task<EmulatorServer> StartAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Schema);
            return await EmulatorServer.StartAsync(new EmulatorOptions { Schema = file });
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static Task<string> CreateAsync(EmulatorServer server, string? parentId = null, string externalId = "1234") => server.CreateAsync(Type, new
    {
        Checkbox_Label__c = true,
        Currency_Label__c = 23,
        Date_Label__c = "2010-01-01",
        DateTime_Label__c = "2011-07-07T00:37:00.000+0000",
        Email_Label__c = "danny@example.com",
        Number_Label__c = 23,
        Percent_Label__c = 33,
        Phone_Label__c = "(415) 555-1212",
        Picklist_Label__c = "one",
        Picklist_Multiselect_Label__c = "four;six",
        Text_Label__c = "some text",
        TextArea_Label__c = "a text area",
        TextAreaLong_Label__c = "a loooooooooooooong text area",
        TextAreaRich_Label__c = "Rich <strong>text</strong>",
        URL_Label__c = "http://pivotallabs.com",
        External_Field__c = externalId,
        ParentWhizbang__c = parentId,
    });

    /// <summary>The recorded names of custom fields have lost their suffix, that of the external id and of relationships apart.</summary>
    public static System.Text.Json.JsonElement WithoutSuffixes(System.Text.Json.JsonElement value) =>
        System.Text.Json.JsonSerializer.SerializeToElement(Rename(JsonNode.Parse(value.GetRawText())));

    private static JsonNode? Rename(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record.Select(member => KeyValuePair.Create(Rename(member.Key), Rename(member.Value?.DeepClone())))),
        JsonArray items => new JsonArray([.. items.Select(item => Rename(item?.DeepClone()))]),
        _ => node?.DeepClone(),
    };

    private static string Rename(string name) =>
        name.EndsWith("__c", StringComparison.Ordinal) && name != "External_Field__c" ? name[..^3] : name;
}
