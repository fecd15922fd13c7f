using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Writing;

namespace Quickstart;

/// <summary>The steps of samples/quickstart.ps1, on the engine.</summary>
internal sealed class Scenario(OrgSession org, StepTable steps, IReadOnlyList<Dictionary<string, object?>> accounts)
{
    private const int Few = 100;

    private readonly string[] someKeys = [.. accounts.Take(Few).Select(account => (string)account["CompanyKey__c"]!)];
    private readonly Dictionary<string, object?> night = Contacts.New(
        "night", (string)accounts[0]["CompanyKey__c"]!, "Night desk", "night desk, ring twice");

    public async Task RunAsync()
    {
        await steps.RunAsync("Create accounts by external id", accounts.Count, async () =>
            Created(await org.UpsertAsync("Account", "CompanyKey__c", accounts)));
        await steps.RunAsync("Create contacts, linked by external id", Contacts.PerAccount * accounts.Count, async () =>
            Created(await org.UpsertAsync("Contact", "ContactKey__c", accounts.SelectMany(Contacts.Of))));
        await steps.RunAsync("Query accounts that have three contacts", accounts.Count, CountCompleteAsync);
        await steps.RunAsync("Update accounts, found by their keys", someKeys.Length, UpdateAsync);
        await steps.RunAsync("Have a contact refused", 1, RefuseAsync);
        await steps.RunAsync("Repair it and send it again", 1, RepairAsync);
        await steps.RunAsync("Remove the contacts", Contacts.PerAccount * accounts.Count + 1, () => RemoveAllAsync("Contact"));
        await steps.RunAsync("Remove the accounts", accounts.Count, () => RemoveAllAsync("Account"));
        await steps.RunAsync("Count what is left", 0, async () =>
            await org.CountAsync("SELECT COUNT() FROM Account") + await org.CountAsync("SELECT COUNT() FROM Contact"));
    }

    private async Task<int> CountCompleteAsync()
    {
        var found = await org.QueryAsync("SELECT Id, Name, (SELECT Id, Email FROM Contacts) FROM Account");
        return found.Count(account => RecordView.ValuesOf(account)[2] is SalesforceRecord[] contacts && contacts.Length == Contacts.PerAccount);
    }

    private async Task<int> UpdateAsync()
    {
        var options = new QueryOptions { Parameters = new Dictionary<string, object?> { ["keys"] = someKeys } };
        var found = await org.QueryAsync("SELECT Id FROM Account WHERE CompanyKey__c IN :keys", options);
        await org.UpdateAsync("Account", found.Select(account =>
            new Dictionary<string, object?> { ["Id"] = account.ToString(), ["Rating"] = "Hot" }));
        return await org.CountAsync("SELECT COUNT() FROM Account WHERE Rating = 'Hot'");
    }

    private async Task<int> RefuseAsync()
    {
        try
        {
            await org.UpsertAsync("Contact", "ContactKey__c", [night]);
            return 0;
        }
        catch (RecordException refused) when (refused.ErrorCode == "INVALID_EMAIL_ADDRESS")
        {
            Console.WriteLine($"Refused, as it should be: {refused.Message}");
            return 1;
        }
    }

    private async Task<int> RepairAsync()
    {
        night["Email"] = "night@desk.example";
        return Created(await org.UpsertAsync("Contact", "ContactKey__c", [night]));
    }

    private async Task<int> RemoveAllAsync(string objectType) =>
        (await org.DeleteAsync(await org.QueryAsync($"SELECT Id FROM {objectType}"))).Count;

    private static int Created(IEnumerable<RecordOutcome> outcomes) => outcomes.Count(outcome => outcome.Created);
}
