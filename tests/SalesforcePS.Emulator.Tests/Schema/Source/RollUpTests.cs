using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;
using static SalesforcePS.Emulator.Tests.Schema.Source.SourceSchemaTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class RollUpTests
{
    [Fact]
    public async Task Summary_HasTheTypeOfWhatItSumsUp()
    {
        await using var server = await SourceProject.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        await server.CreateAsync("Invoice__c", new { Account__c = account, Amount__c = 5, Due__c = "2026-12-01" });

        var fields = (await server.GetAsync("sobjects/Account/describe")).Json.GetProperty("fields").EnumerateArray()
            .ToDictionary(field => field.GetProperty("name").GetString()!);
        var found = await server.GetAsync("query?q=SELECT+Invoiced__c,Next_Due__c+FROM+Account+WHERE+Next_Due__c=2026-12-01+AND+Invoiced__c=5");

        AssertMembers(fields["Invoiced__c"], """{"type":"currency","precision":12,"scale":2}""");
        AssertMembers(fields["Open_Invoices__c"], """{"type":"double","scale":0}""");
        AssertMembers(fields["Next_Due__c"], """{"type":"date"}""");
        AssertMembers(found.Json.GetProperty("records")[0], """{"Invoiced__c":5.0,"Next_Due__c":"2026-12-01"}""");
    }

    [Theory]
    [InlineData("<summaryOperation>sum</summaryOperation><summarizedField>Contact.Name</summarizedField>", "cannot be summed up")]
    [InlineData("<summaryOperation>max</summaryOperation><summarizedField>Contact.Name</summarizedField>", "cannot be summed up")]
    public void SummaryOfAText_IsRefused(string summary, string problem)
    {
        using var project = new SourceProject().WithField(
            "Account", "S__c", $"<type>Summary</type><summaryForeignKey>Contact.AccountId</summaryForeignKey>{summary}");

        Assert.Contains(problem, Assert.Single(project.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summaries_FollowEveryWrite()
    {
        await using var server = await SourceProject.StartAsync(new ManualTime());
        var account = await server.CreateAsync("Account", new { Name = "A" });
        await AssertAsync("""{"Invoiced__c":0.0,"Open_Invoices__c":0.0,"Next_Due__c":null}""");

        await server.IngestAsync(
            new { @object = "Invoice__c", operation = "insert" },
            $"Account__c,Amount__c,Due__c,State__c,Code__c\n{account},10,2026-12-03,Open,a\n{account},20,2026-12-01,Paid,b\n");
        await AssertAsync("""{"Invoiced__c":30.0,"Open_Invoices__c":1.0,"Next_Due__c":"2026-12-01"}""");

        await server.PatchAsync("sobjects/Invoice__c/Code__c/a", new { Amount__c = 15, State__c = "Cancelled" });
        await AssertAsync("""{"Invoiced__c":35.0,"Open_Invoices__c":0.0}""");

        var paid = (await server.GetAsync("sobjects/Invoice__c/Code__c/b")).Json.GetProperty("Id").GetString();
        await server.DeleteAsync($"sobjects/Invoice__c/{paid}");
        await AssertAsync("""{"Invoiced__c":15.0,"Next_Due__c":"2026-12-03"}""");

        await server.SoapAsync($"<undelete><ids>{paid}</ids></undelete>");
        await AssertAsync("""{"Invoiced__c":35.0,"Next_Due__c":"2026-12-01"}""");

        async Task AssertAsync(string expected) =>
            AssertMembers((await server.GetAsync($"sobjects/Account/{account}?fields=Invoiced__c,Open_Invoices__c,Next_Due__c")).Json, expected);
    }
}
