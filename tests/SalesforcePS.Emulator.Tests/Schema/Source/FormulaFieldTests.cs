using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Schema.Source.SourceSchemaTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class FormulaFieldTests
{
    [Fact]
    public async Task Formulas_AreComputedWhenTheyAreRead()
    {
        var clock = new ManualTime();
        await using var server = await SourceProject.StartAsync(clock);
        var (account, invoice) = await InvoiceAsync(server);
        const string fields = "fields=Gross__c,Summary__c,Overdue__c,Ratio__c";

        var before = await server.GetAsync($"sobjects/Invoice__c/{invoice}?{fields}");
        await server.PatchAsync($"sobjects/Account/{account}", new { Name = "B", Rating = "Silver" });
        await server.PatchAsync($"sobjects/Invoice__c/{invoice}", new { Amount__c = 50, Discount__c = 8 });
        clock.Now = clock.Now.AddDays(60);
        server.SessionId = server.Org.Sessions.Create(server.Org.User).Id;
        var after = await server.GetAsync($"sobjects/Invoice__c/{invoice}?{fields}");

        AssertMembers(before.Json, """{"Gross__c":120.0,"Summary__c":"INV-0010 for A *","Overdue__c":false,"Ratio__c":null}""");
        AssertMembers(after.Json, """{"Gross__c":60.0,"Summary__c":"INV-0010 for B","Overdue__c":true,"Ratio__c":7.5}""");
    }

    [Fact]
    public async Task Formulas_CanBeFilteredAndSorted()
    {
        await using var server = await SourceProject.StartAsync();
        var (account, _) = await InvoiceAsync(server);
        await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 10 });

        var cheap = await server.GetAsync("query?q=SELECT+Gross__c,Account__r.Invoiced__c+FROM+Invoice__c+WHERE+Gross__c<100+AND+Summary__c+LIKE+'inv%25*'");
        var sorted = await server.GetAsync("query?q=SELECT+Gross__c+FROM+Invoice__c+ORDER+BY+Gross__c");
        var sum = await server.GetAsync("query?q=SELECT+SUM(Gross__c)+s+FROM+Invoice__c");
        var overdue = await server.GetAsync("query?q=SELECT+Overdue__c,COUNT(Id)+n+FROM+Invoice__c+GROUP+BY+Overdue__c");
        var grouped = await server.GetAsync("query?q=SELECT+Summary__c+FROM+Invoice__c+GROUP+BY+Summary__c");

        AssertMembers(cheap.Json, """{"totalSize":1}""");
        AssertMembers(cheap.Json.GetProperty("records")[0].GetProperty("Account__r"), """{"Invoiced__c":110.0}""");
        Assert.Equal([12.0, 120.0], sorted.Json.GetProperty("records").EnumerateArray().Select(row => row.GetProperty("Gross__c").GetDouble()));
        AssertMembers(sum.Json.GetProperty("records")[0], """{"s":132.0}""");
        AssertMembers(overdue.Json.GetProperty("records")[0], """{"Overdue__c":false,"n":2}""");
        Assert.Equal("MALFORMED_QUERY", grouped.ErrorCode);
    }

    [Fact]
    public async Task Formulas_AreInBulkQueriesAndSoap()
    {
        await using var server = await SourceProject.StartAsync();
        var (_, invoice) = await InvoiceAsync(server);

        var job = await server.QueryAsync(new { operation = "query", query = "SELECT Gross__c, Summary__c, Overdue__c FROM Invoice__c" });
        var rows = BulkClient.Rows((await server.GetAsync($"jobs/query/{job.Id}/results")).Text);
        var soap = await server.SoapAsync($"<retrieve><fieldList>Gross__c, Overdue__c</fieldList><sObjectType>Invoice__c</sObjectType><ids>{invoice}</ids></retrieve>");

        Assert.Equal("\"120.0\",\"INV-0010 for A *\",\"false\"", rows[1]);
        Assert.Equal("120.0", soap.Result.Element(SoapAnswer.SObject + "Gross__c")!.Value);
        Assert.Equal("false", soap.Result.Element(SoapAnswer.SObject + "Overdue__c")!.Value);
    }

    [Fact]
    public async Task Formula_CannotBeWritten()
    {
        await using var server = await SourceProject.StartAsync();
        var (_, invoice) = await InvoiceAsync(server);

        var answer = await server.PatchAsync($"sobjects/Invoice__c/{invoice}", new { Gross__c = 1 });

        Assert.Equal("INVALID_FIELD_FOR_INSERT_UPDATE", answer.ErrorCode);
        Assert.Equal("Gross__c", answer.Json[0].GetProperty("fields")[0].GetString());
    }

    internal static async Task<(string Account, string Invoice)> InvoiceAsync(EmulatorServer server)
    {
        var account = await server.CreateAsync("Account", new { Name = "A" });
        return (account, await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 100 }));
    }
}
