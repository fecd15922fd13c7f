using System.Net;
using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Schema.Source.FormulaFieldTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class ValidationRuleTests
{
    private const string Code = "FIELD_CUSTOM_VALIDATION_EXCEPTION";

    [Fact]
    public async Task FailingRules_AreAllTold()
    {
        await using var server = await SourceProject.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.PostAsync("sobjects/Invoice__c", new { Account__c = account, Amount__c = 0, Due__c = "2099-01-01" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            $$"""[{"message":"An invoice has an amount.","errorCode":"{{Code}}","fields":["Amount__c"]},{"message":"An invoice is due within a year.","errorCode":"{{Code}}","fields":[]}]""",
            answer.Text);
        Assert.Equal(0, (await server.GetAsync("query?q=SELECT+COUNT()+FROM+Invoice__c")).Number("totalSize"));
    }

    [Fact]
    public async Task RuleOnAChange_SeesTheRecordBeforeTheWrite()
    {
        await using var server = await SourceProject.StartAsync();
        var (_, invoice) = await InvoiceAsync(server);
        var path = $"sobjects/Invoice__c/{invoice}";

        var paid = await server.PatchAsync(path, new { State__c = "Paid" });
        var other = await server.PatchAsync(path, new { Amount__c = 5 });
        var reopened = await server.PatchAsync(path, new { State__c = "Open" });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (paid.Status, other.Status));
        Assert.Equal((Code, "A paid invoice stays paid."), (reopened.ErrorCode, reopened.ErrorMessage));
        SourceSchemaTests.AssertMembers((await server.GetAsync($"{path}?fields=State__c,Amount__c")).Json, """{"State__c":"Paid","Amount__c":5.0}""");
    }

    [Fact]
    public async Task Rules_HoldOverSoapAndBulk()
    {
        await using var server = await SourceProject.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });

        var soap = await server.SoapAsync(
            $"""<create><sObjects><sf:type>Invoice__c</sf:type><sf:Id xsi:nil="true"/><sf:Account__c>{account}</sf:Account__c><sf:Amount__c>-1</sf:Amount__c></sObjects></create>""");
        var job = await server.IngestAsync(new { @object = "Invoice__c", operation = "insert" }, $"Account__c,Amount__c\n{account},-1\n{account},1\n");
        var failed = await server.ResultsAsync(job.Id, "failedResults");

        var error = soap.Result.Element(SoapAnswer.Partner + "errors")!;
        Assert.Equal((Code, "An invoice has an amount.", "Amount__c"), (Member(error, "statusCode"), Member(error, "message"), Member(error, "fields")));
        Assert.Equal((2, 1), (job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Contains($"{Code}:An invoice has an amount.:Amount__c --", failed[1], StringComparison.Ordinal);

        static string Member(System.Xml.Linq.XElement element, string name) => element.Element(SoapAnswer.Partner + name)!.Value;
    }

    [Fact]
    public async Task RequiredLookupFilter_IsHeld()
    {
        await using var server = await SourceProject.StartAsync();
        var (account, invoice) = await InvoiceAsync(server);
        var ours = await server.CreateAsync("Contact", new { LastName = "O", AccountId = account });
        var stranger = await server.CreateAsync("Contact", new { LastName = "S" });

        var fitting = await server.PatchAsync($"sobjects/Invoice__c/{invoice}", new { Contact__c = ours });
        var wrong = await server.PatchAsync($"sobjects/Invoice__c/{invoice}", new { Contact__c = stranger });

        Assert.Equal(HttpStatusCode.NoContent, fitting.Status);
        Assert.Equal(("FIELD_FILTER_VALIDATION_EXCEPTION", "The contact must belong to the account."), (wrong.ErrorCode, wrong.ErrorMessage));
    }

    [Fact]
    public async Task DuplicateRule_BlocksNewRecordsAndAlertsOnChanges()
    {
        await using var server = await SourceProject.StartAsync();
        await server.CreateAsync("Contact", new { LastName = "A", Email = "a@example.com" });
        var other = await server.CreateAsync("Contact", new { LastName = "B" });

        var created = await server.PostAsync("sobjects/Contact", new { LastName = "C", Email = "A@example.com" });
        var changed = await server.PatchAsync($"sobjects/Contact/{other}", new { Email = "a@example.com" });
        var insisted = await server.RestAsync(
            HttpMethod.Patch, $"sobjects/Contact/{other}", new { Email = "a@example.com" }, ("Sforce-Duplicate-Rule-Header", "allowSave=true"));

        Assert.Equal(("DUPLICATES_DETECTED", "DUPLICATES_DETECTED"), (created.ErrorCode, changed.ErrorCode));
        Assert.Equal(HttpStatusCode.NoContent, insisted.Status);
    }
}
