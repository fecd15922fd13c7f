using System.Net;
using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

/// <summary>Lines are summed up by invoices, and invoices by accounts; accounts and invoices have rules about the sums.</summary>
public sealed class MasterRuleTests : IDisposable
{
    private const string Money = "<type>Currency</type><precision>12</precision><scale>2</scale>";
    private const string TooMuch = "There were custom validation error(s) encountered while saving the affected record(s). The first validation error encountered was \"No account owes more than 100.\".";

    private readonly SourceProject project = new SourceProject()
        .WithObject("Invoice__c")
        .WithField("Invoice__c", "Account__c", "<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Invoices</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>")
        .WithObject("Line__c")
        .WithField("Line__c", "Invoice__c", "<type>MasterDetail</type><referenceTo>Invoice__c</referenceTo><relationshipName>Lines</relationshipName>")
        .WithField("Line__c", "Amount__c", Money)
        .WithField("Line__c", "Note__c", "<type>Text</type><length>20</length>")
        .WithField("Invoice__c", "Total__c", Sum("Line__c.Invoice__c", "Line__c.Amount__c"))
        .WithField("Account", "Owed__c", Sum("Invoice__c.Account__c", "Invoice__c.Total__c"))
        .With("objects/Account/validationRules/Most.validationRule-meta.xml", "ValidationRule", Rule("Most", "Owed__c &gt; 100 &amp;&amp; $User.Department &lt;&gt; &quot;Board&quot;", "No account owes more than 100."))
        .With("objects/Invoice__c/validationRules/Grows.validationRule-meta.xml", "ValidationRule", Rule("Grows", "NOT(ISNEW()) &amp;&amp; Total__c &lt; PRIORVALUE(Total__c) - 50", "An invoice loses 50 at most."));

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task RuleOfTheMastersMaster_RefusesTheDetail()
    {
        await using var server = await StartAsync();
        var (account, invoice) = await InvoiceAsync(server);
        var line = await server.CreateAsync("Line__c", new { Invoice__c = invoice, Amount__c = 60 });

        var created = await server.PostAsync("sobjects/Line__c", new { Invoice__c = invoice, Amount__c = 50 });
        var updated = await server.PatchAsync($"sobjects/Line__c/{line}", new { Amount__c = 101 });
        var noted = await server.PatchAsync($"sobjects/Line__c/{line}", new { Note__c = "No sum changes", Amount__c = 100 });

        Assert.Equal((HttpStatusCode.BadRequest, "FIELD_CUSTOM_VALIDATION_EXCEPTION", TooMuch), (created.Status, created.ErrorCode, created.ErrorMessage));
        Assert.Equal("[]", created.Json[0].GetProperty("fields").GetRawText());
        Assert.Equal(TooMuch, updated.ErrorMessage);
        Assert.Equal(HttpStatusCode.NoContent, noted.Status);
        Assert.Equal(100, (await server.GetAsync($"sobjects/Account/{account}?fields=Owed__c")).Json.GetProperty("Owed__c").GetDouble());
    }

    [Fact]
    public async Task RuleThatFailsAlready_StopsOnlyWhatChangesTheSum()
    {
        await using var server = await StartAsync();
        var user = $"sobjects/User/{server.Org.Identity.UserId}";
        await server.PatchAsync(user, new { Department = "Board" });
        var (_, invoice) = await InvoiceAsync(server);
        var line = await server.CreateAsync("Line__c", new { Invoice__c = invoice, Amount__c = 500 });
        await server.PatchAsync(user, new { Department = "Sales" });

        var noted = await server.PatchAsync($"sobjects/Line__c/{line}", new { Note__c = "N" });
        var changed = await server.PatchAsync($"sobjects/Line__c/{line}", new { Amount__c = 499 });

        Assert.Equal((HttpStatusCode.NoContent, TooMuch), (noted.Status, changed.ErrorMessage));
    }

    [Fact]
    public async Task DetailThatGoesAndComesBack_AsksTheRulesOfItsMaster()
    {
        await using var server = await StartAsync();
        var (_, invoice) = await InvoiceAsync(server);
        var small = await server.CreateAsync("Line__c", new { Invoice__c = invoice, Amount__c = 20 });
        var large = await server.CreateAsync("Line__c", new { Invoice__c = invoice, Amount__c = 80 });

        var refused = await server.DeleteAsync($"sobjects/Line__c/{large}");
        var deleted = await server.DeleteAsync($"sobjects/Line__c/{small}");
        await server.CreateAsync("Line__c", new { Invoice__c = invoice, Amount__c = 10 });
        var undeleted = (await server.SoapAsync($"<undelete><ids>{small}</ids></undelete>")).Result.Element(SoapAnswer.Partner + "errors")!;
        var whole = await server.DeleteAsync($"sobjects/Invoice__c/{invoice}");

        Assert.Contains("\"An invoice loses 50 at most.\"", refused.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(TooMuch, undeleted.Element(SoapAnswer.Partner + "message")!.Value);
        Assert.Equal(HttpStatusCode.NoContent, whole.Status);
    }

    [Fact]
    public async Task DetailThatGetsAnotherMaster_IsRefusedByTheNewOne()
    {
        await using var server = await StartAsync();
        var (account, invoice) = await InvoiceAsync(server);
        var (_, other) = await InvoiceAsync(server);
        await server.CreateAsync("Line__c", new { Invoice__c = invoice, Amount__c = 90 });
        await server.CreateAsync("Line__c", new { Invoice__c = other, Amount__c = 20 });

        var moved = await server.PatchAsync($"sobjects/Invoice__c/{other}", new { Account__c = account });

        Assert.Equal(TooMuch, moved.ErrorMessage);
    }

    [Fact]
    public async Task Bulk_RefusesTheDetailsBeyondTheRule()
    {
        await using var server = await StartAsync();
        var (_, invoice) = await InvoiceAsync(server);

        var job = await server.IngestAsync(new { @object = "Line__c", operation = "insert" }, $"Invoice__c,Amount__c\n{invoice},60\n{invoice},50\n{invoice},40\n");

        Assert.Equal((3, 1), (job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Contains("FIELD_CUSTOM_VALIDATION_EXCEPTION", (await server.ResultsAsync(job.Id, "failedResults"))[1], StringComparison.Ordinal);
    }

    private static async Task<(string Account, string Invoice)> InvoiceAsync(EmulatorServer server)
    {
        var account = await server.CreateAsync("Account", new { Name = "A" });
        return (account, await server.CreateAsync("Invoice__c", new { Account__c = account }));
    }

    private static string Sum(string reference, string field) =>
        $"<type>Summary</type><summaryForeignKey>{reference}</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>{field}</summarizedField>";

    private static string Rule(string name, string formula, string message) =>
        $"<fullName>{name}</fullName><active>true</active><errorConditionFormula>{formula}</errorConditionFormula><errorMessage>{message}</errorMessage>";

    private Task<EmulatorServer> StartAsync() => EmulatorServer.StartAsync(new() { Schema = project.FolderPath, BulkDelay = 0 });
}
