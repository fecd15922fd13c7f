using System.Text.Json;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Soql.Binding;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class ChildTests : IDisposable
{
    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Children_AreAPageOfTheirOwnOrNull()
    {
        var ids = org.CreateAccounts("with", "without");
        var contact = org.Create("Contact", ("LastName", "Young"), ("AccountId", ids[0]));
        var records = org.Json("SELECT Name, (SELECT LastName, Account.Name FROM Contacts) FROM Account ORDER BY Name").GetProperty("records");
        Assert.Equal(
            $$$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Contact","url":"/services/data/v64.0/sobjects/Contact/{{{contact}}}"},"LastName":"Young","Account":{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{{ids[0]}}}"},"Name":"with"}}]}""",
            records[0].GetProperty("Contacts").GetRawText());
        Assert.Equal(JsonValueKind.Null, records[1].GetProperty("Contacts").ValueKind);
    }

    [Fact]
    public void ChildQuery_FiltersOrdersAndLimitsPerParent()
    {
        var ids = org.CreateAccounts("a", "b");
        foreach (var id in ids)
        {
            foreach (var name in (string[])["one", "two", "three", "four"])
                org.Create("Contact", ("LastName", name), ("AccountId", id));
        }
        var records = org.Json("SELECT Name, (SELECT LastName FROM Account.Contacts WHERE LastName != 'one' ORDER BY LastName DESC LIMIT 1 OFFSET 1) FROM Account").GetProperty("records");
        Assert.All(records.EnumerateArray(), record =>
        {
            var children = record.GetProperty("Contacts");
            Assert.Equal(1, children.GetProperty("totalSize").GetInt32());
            Assert.Equal("three", children.GetProperty("records")[0].GetProperty("LastName").GetString());
        });
    }

    [Fact]
    public void Grandchildren_AreFound()
    {
        var parent = org.Create("Account", ("Name", "top"));
        var middle = org.Create("Account", ("Name", "middle"), ("ParentId", parent));
        var contact = org.Create("Contact", ("LastName", "Young"), ("AccountId", middle));
        org.Create("Case", ("Subject", "broken"), ("ContactId", contact));
        var record = org.Json("SELECT Id, (SELECT Id, (SELECT Id, (SELECT Subject FROM Cases) FROM Contacts) FROM ChildAccounts) FROM Account WHERE Name = 'top'").GetProperty("records")[0];
        var found = record.GetProperty("ChildAccounts").GetProperty("records")[0].GetProperty("Contacts").GetProperty("records")[0];
        Assert.Equal("broken", found.GetProperty("Cases").GetProperty("records")[0].GetProperty("Subject").GetString());
    }

    [Fact]
    public void ManyChildren_HaveACursorOfTheirOwn()
    {
        var ids = org.CreateAccounts("many", "few");
        org.CreateMany("Contact", 450, index => [("LastName", $"c{index:000}"), ("AccountId", ids[0])]);
        org.Create("Contact", ("LastName", "single"), ("AccountId", ids[1]));
        var page = org.Query("SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name DESC", batchSize: 200);
        var children = Children(page.Rows[0]);
        Assert.Equal((200, 450, false), (children.Rows.Count, children.TotalSize, children.Done));
        Assert.True(Children(page.Rows[1]).Done);
        var second = org.More(children.Locator!);
        var third = org.More(second.Locator!);
        Assert.Equal((200, 50, true), (second.Rows.Count, third.Rows.Count, third.Done));
        Assert.Equal("c449", QueryOrg.Json(third).GetProperty("records")[49].GetProperty("LastName").GetString());
        Assert.Contains("/query/" + children.Locator, QueryOrg.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public void DeletedChildren_AreLeftOut()
    {
        var id = org.CreateAccounts("a")[0];
        var contact = org.Create("Contact", ("LastName", "gone"), ("AccountId", id));
        org.Create("Contact", ("LastName", "kept"), ("AccountId", id));
        org.Records.TryDelete(contact);
        Assert.Equal(1, Children(org.Query("SELECT Id, (SELECT LastName FROM Contacts) FROM Account").Rows[0]).TotalSize);
        Assert.Equal(2, Children(org.Query("SELECT Id, (SELECT LastName FROM Contacts) FROM Account", includeDeleted: true).Rows[0]).TotalSize);
    }

    [Fact]
    public void CustomRelationship_IsNamedWithItsSuffix()
    {
        var id = org.CreateAccounts("a")[0];
        org.Create("Sample__c", ("Name", "S"), ("Account__c", id));
        Assert.Equal("S", org.Json("SELECT Id, (SELECT Name, Account__r.Name FROM samples__r) FROM Account")
            .GetProperty("records")[0].GetProperty("Samples__r").GetProperty("records")[0].GetProperty("Name").GetString());
    }

    private static QueryPage Children(QueryRow row) => row.Children(row.Shape.Items.OfType<ChildItem>().Single())!;
}
