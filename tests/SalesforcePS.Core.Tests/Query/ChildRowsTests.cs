using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Query;

public sealed class ChildRowsTests
{
    private const string Nested = "SELECT Id, (SELECT Id, Birthdate, (SELECT Subject FROM Cases) FROM Contacts) FROM Account";

    [Fact]
    public async Task ParentWithoutChildren_HasAnEmptyArray()
    {
        var row = await Page.ReadOneAsync("SELECT Id, (SELECT Id FROM Contacts) FROM Account", Page.Row("Account", "\"Id\":\"1\",\"Contacts\":null"));

        Assert.Empty(Assert.IsType<SalesforceRecord[]>(row.Value("Contacts")));
    }

    [Fact]
    public async Task ChildrenAtEveryLevel_AreCompleteAndTyped()
    {
        var org = new FakeOrg
        {
            Query = _ => Page.Part(2, $"{Page.Next}a2", Account("a1", Page.Part(3, $"{Page.Next}c2", Contact("c1", Page.Part(2, $"{Page.Next}k2", Case("k1")))))),
        };
        org.Pages[$"{Page.Next}k2"] = Page.Part(2, null, Case("k2"));
        org.Pages[$"{Page.Next}c2"] = Page.Part(3, $"{Page.Next}c3", Contact("c2", Page.Part(3, $"{Page.Next}k4", Case("k3"))));
        org.Pages[$"{Page.Next}k4"] = Page.Part(3, $"{Page.Next}k5", Case("k4"));
        org.Pages[$"{Page.Next}k5"] = Page.Part(3, null, Case("k5"));
        org.Pages[$"{Page.Next}c3"] = Page.Part(3, null, Contact("c3", "null"));
        org.Pages[$"{Page.Next}a2"] = Page.Part(2, null, Account("a2", Page.Of(Contact("c4", Page.Of(Case("k6"))))));

        var rows = await Page.ReadAsync(org, Nested);

        Assert.Equal(["a1", "a2"], rows.Select(row => row.Value("Id")));
        Assert.Equal(["c1", "c2", "c3", "c4"], rows.SelectMany(row => Children(row, "Contacts")).Select(contact => contact.Value("Id")));
        var cases = rows.SelectMany(row => Children(row, "Contacts")).SelectMany(contact => Children(contact, "Cases"));
        Assert.Equal(["k1", "k2", "k3", "k4", "k5", "k6"], cases.Select(child => child.Value("Subject")));
        Assert.Equal(new DateTime(2000, 1, 2), Children(rows[0], "Contacts")[2].Value("Birthdate"));
    }

    [Fact]
    public async Task ChildrenFewerThanAnnounced_AreAnError()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Account("a1", Page.Part(3, $"{Page.Next}c2", Contact("c1", "null")))) };
        org.Pages[$"{Page.Next}c2"] = Page.Part(3, null, Contact("c2", "null"));

        var missing = await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(org, Nested));

        Assert.Equal(("ROWS_MISSING", "Salesforce announced 3 child rows and sent 2. Run the query again."), (missing.ErrorCode, missing.Message));
    }

    [Fact]
    public async Task RowsUnderANameThatDescribeDoesNotKnow_AreNotCutInSilence()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Page.Row("Account", "\"Id\":\"1\",\"Secrets__r\":" + Page.Part(3, $"{Page.Next}c2", Case("k1")))) };

        await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(org, "SELECT Id, (SELECT Subject FROM Secrets__r) FROM Account"));
    }

    [Fact]
    public async Task Children_AreRecordsOfTheirOwnClass()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Account("a1", Page.Of(Contact("c1", "null")))) };

        var contact = Children((await Page.ReadAsync(org, Nested))[0], "Contacts")[0];

        Assert.Equal("Salesforce.Contact", contact.GetType().FullName);
        Assert.Equal("c1", contact.ToString());
    }

    private static SalesforceRecord[] Children(object row, string relationship) => (SalesforceRecord[])row.Value(relationship)!;

    private static string Account(string id, string contacts) => Page.Row("Account", $"\"Id\":\"{id}\",\"Contacts\":{contacts}");

    private static string Contact(string id, string cases) => Page.Row("Contact", $"\"Id\":\"{id}\",\"Birthdate\":\"2000-01-02\",\"Cases\":{cases}");

    private static string Case(string subject) => Page.Row("Case", $"\"Subject\":\"{subject}\"");
}
