using System.Net;
using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class SourceSchemaTests
{
    [Fact]
    public async Task CustomObject_IsDescribedAsItsMetadataDeclaresIt()
    {
        await using var server = await SourceProject.StartAsync();

        var invoice = (await server.GetAsync("sobjects/Invoice__c/describe")).Json;

        Assert.Equal(("Invoice", "Invoices", "a00"), (Text(invoice, "label"), Text(invoice, "labelPlural"), Text(invoice, "keyPrefix")));
        Assert.True(invoice.GetProperty("custom").GetBoolean());
        var fields = invoice.GetProperty("fields").EnumerateArray().ToDictionary(field => Text(field, "name")!);
        Assert.DoesNotContain("OwnerId", fields.Keys);
        AssertMembers(fields["Name"], """{"autoNumber":true,"createable":false,"label":"Invoice Number"}""");
        AssertMembers(fields["Account__c"], """{"type":"reference","cascadeDelete":true,"nillable":false,"createable":true,"updateable":false,"relationshipName":"Account__r","relationshipOrder":0}""");
        AssertMembers(fields["Amount__c"], """{"type":"currency","precision":12,"scale":2,"nillable":false}""");
        AssertMembers(fields["Due__c"], """{"type":"date","defaultValueFormula":"TODAY() + 30","defaultValue":null}""");
        AssertMembers(fields["Code__c"], """{"type":"string","length":10,"unique":true,"caseSensitive":true,"externalId":true,"idLookup":true}""");
        AssertMembers(fields["Gross__c"], """{"type":"currency","calculated":true,"calculatedFormula":"Amount__c * (1 + Tax__c)","formulaTreatNullNumberAsZero":true,"createable":false,"updateable":false,"groupable":false}""");
        AssertMembers(fields["Summary__c"], """{"type":"string","length":1300,"calculated":true}""");
        AssertMembers(fields["Notes__c"], """{"type":"textarea","length":1000,"htmlFormatted":true,"extraTypeInfo":"richtextarea","inlineHelpText":"What was agreed.","filterable":false}""");
        AssertMembers(fields["Place__c"], """{"type":"location","displayLocationInDecimal":true}""");
        AssertMembers(fields["Place__Latitude__s"], """{"type":"double","scale":5,"compoundFieldName":"Place__c"}""");
        AssertMembers(fields["State__c"], """{"type":"picklist","restrictedPicklist":true,"dependentPicklist":false}""");
        AssertMembers(fields["Line_Count__c"], """{"type":"double","calculated":true,"calculatedFormula":null,"scale":0}""");
    }

    [Fact]
    public async Task DependentPicklist_TellsWhichValuesGoTogether()
    {
        await using var server = await SourceProject.StartAsync();

        var fields = (await server.GetAsync("sobjects/Invoice__c/describe")).Json.GetProperty("fields").EnumerateArray();
        var reason = fields.First(field => Text(field, "name") == "Reason__c");

        AssertMembers(reason, """{"controllerName":"State__c","dependentPicklist":true}""");
        // Open, Paid, Cancelled: one bit each from the highest on.
        Assert.Equal(
            [("Lost", "IA=="), ("Disputed", "oA==")],
            reason.GetProperty("picklistValues").EnumerateArray().Select(value => (Text(value, "value")!, Text(value, "validFor")!)));
    }

    [Fact]
    public async Task StandardPicklist_HasTheValuesOfTheFolder()
    {
        await using var server = await SourceProject.StartAsync();

        var byDefault = await server.CreateAsync("Account", new { Name = "A" });
        var inactive = await server.PostAsync("sobjects/Account", new { Name = "B", Rating = "Bronze" });
        var opportunity = await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Deal", CloseDate = "2026-12-01" });

        Assert.Equal("Gold", Text((await server.GetAsync($"sobjects/Account/{byDefault}?fields=Rating")).Json, "Rating"));
        Assert.Equal("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", inactive.ErrorCode);
        AssertMembers(
            (await server.GetAsync($"sobjects/Opportunity/{opportunity}?fields=IsWon,IsClosed,Probability")).Json,
            """{"IsWon":true,"IsClosed":true,"Probability":100.0}""");
    }

    [Fact]
    public async Task DefaultsAndAutoNumbers_FillNewRecords()
    {
        await using var server = await SourceProject.StartAsync(new Records.ManualTime());
        var account = await server.CreateAsync("Account", new { Name = "A" });

        var first = await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 1 });
        var second = await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 1, Due__c = "2027-01-01" });

        AssertMembers(
            (await server.GetAsync($"sobjects/Invoice__c/{first}?fields=Name,Due__c,Tax__c,State__c")).Json,
            """{"Name":"INV-0010","Due__c":"2026-12-22","Tax__c":20.0,"State__c":"Open"}""");
        AssertMembers((await server.GetAsync($"sobjects/Invoice__c/{second}?fields=Name,Due__c")).Json, """{"Name":"INV-0011","Due__c":"2027-01-01"}""");
    }

    [Fact]
    public async Task Location_IsWrittenInPartsAndReadAsAWhole()
    {
        await using var server = await SourceProject.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });

        var id = await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 1, Place__Latitude__s = 48.1, Place__Longitude__s = 11.5 });

        Assert.Equal(
            """{"latitude":48.1,"longitude":11.5}""",
            (await server.GetAsync($"sobjects/Invoice__c/{id}?fields=Place__c")).Json.GetProperty("Place__c").GetRawText());
    }

    [Fact]
    public async Task Detail_StaysWithItsMasterAndGoesWithIt()
    {
        await using var server = await SourceProject.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var other = await server.CreateAsync("Account", new { Name = "B" });
        var invoice = await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 1 });
        var second = await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 1 });
        var line = await server.CreateAsync("Line__c", new { Name = "L", Invoice__c = invoice });

        var moved = await server.PatchAsync($"sobjects/Invoice__c/{invoice}", new { Account__c = other });
        var reparented = await server.PatchAsync($"sobjects/Line__c/{line}", new { Invoice__c = second });
        var orphan = await server.PostAsync("sobjects/Line__c", new { Name = "O" });
        await server.DeleteAsync($"sobjects/Account/{account}");

        Assert.Equal("INVALID_FIELD_FOR_INSERT_UPDATE", moved.ErrorCode);
        Assert.Equal(HttpStatusCode.NoContent, reparented.Status);
        Assert.Equal("REQUIRED_FIELD_MISSING", orphan.ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/Line__c/{line}")).Status);
    }

    [Fact]
    public async Task ObjectInTheOlderForm_IsReadToo()
    {
        await using var server = await SourceProject.StartAsync();

        var wrong = await server.PostAsync("sobjects/Lead", new { LastName = "L", Company = "C", Score__c = 101 });
        var lead = await server.CreateAsync("Lead", new { LastName = "L", Company = "C", Score__c = 100 });

        Assert.Equal(("FIELD_CUSTOM_VALIDATION_EXCEPTION", "100 is the highest score."), (wrong.ErrorCode, wrong.ErrorMessage));
        Assert.Equal("B", Text((await server.GetAsync($"sobjects/Lead/{lead}?fields=Grade__c")).Json, "Grade__c"));
    }

    [Fact]
    public async Task IgnoredFilesAndOtherMetadata_AreNoPartOfTheSchema()
    {
        await using var server = await SourceProject.StartAsync();

        var names = (await server.GetAsync("sobjects/Account/describe")).Json.GetProperty("fields").EnumerateArray().Select(field => Text(field, "name"));

        Assert.DoesNotContain("Elsewhere__c", names);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    internal static void AssertMembers(JsonElement json, string expected)
    {
        using var members = JsonDocument.Parse(expected);
        foreach (var member in members.RootElement.EnumerateObject())
            Assert.Equal($"{member.Name}: {member.Value.GetRawText()}", $"{member.Name}: {json.GetProperty(member.Name).GetRawText()}");
    }
}
