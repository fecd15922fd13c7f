using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class TypeofTests : IDisposable
{
    private readonly QueryOrg org = new();
    private readonly string account;
    private readonly string opportunity;
    private readonly string campaign;

    public TypeofTests()
    {
        account = org.Create("Account", ("Name", "Acme"), ("Phone", "1"), ("NumberOfEmployees", 7));
        opportunity = org.Create("Opportunity", ("Name", "Deal"), ("StageName", "Prospecting"), ("CloseDate", "2026-01-01"), ("Amount", 5), ("AccountId", account));
        campaign = org.Create("Campaign", ("Name", "Fair"));
        org.Create("Task", ("Subject", "a"), ("WhatId", account));
        org.Create("Task", ("Subject", "b"), ("WhatId", opportunity));
        org.Create("Task", ("Subject", "c"), ("WhatId", campaign));
        org.Create("Task", ("Subject", "d"));
    }

    public void Dispose() => org.Dispose();

    [Fact]
    public void EachType_HasItsOwnFields() => Assert.Equal(
        [
            $$$"""{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{{account}}}"},"Phone":"1","NumberOfEmployees":7}""",
            $$$"""{"attributes":{"type":"Opportunity","url":"/services/data/v64.0/sobjects/Opportunity/{{{opportunity}}}"},"Amount":5.0,"Account":{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{{account}}}"},"Name":"Acme"}}""",
            $$$"""{"attributes":{"type":"Campaign","url":"/services/data/v64.0/sobjects/Campaign/{{{campaign}}}"},"Name":"Fair","Type":"Campaign"}""",
            "null",
        ],
        Whats("SELECT TYPEOF What WHEN Account THEN Phone, NumberOfEmployees WHEN Opportunity THEN Amount, Account.Name ELSE Name, Type END FROM Task ORDER BY Subject"));

    [Fact]
    public void WithoutElse_OtherTypesAreNull() => Assert.Equal(
        ["Object", "Null", "Null", "Null"],
        org.Json("SELECT TYPEOF What WHEN Account THEN Id END FROM Task ORDER BY Subject").GetProperty("records").EnumerateArray()
            .Select(record => record.GetProperty("What").ValueKind.ToString()));

    [Fact]
    public void RelationshipTwice_IsRefused() => Assert.Equal(
        "duplicate field selected: What",
        org.Refused("SELECT What.Name, TYPEOF What WHEN Account THEN Id END FROM Task").Message);

    [Fact]
    public void SeveralTypeofs_StandSideBySide()
    {
        var contact = org.Create("Contact", ("LastName", "Brown"), ("Email", "b@example.com"));
        org.Create("Task", ("Subject", "e"), ("WhatId", account), ("WhoId", contact));
        var record = org.Json(
            "SELECT Subject, TYPEOF Who WHEN Contact THEN Email WHEN Lead THEN Company END, TYPEOF What WHEN Account THEN Name END FROM Task WHERE Subject = 'e'")
            .GetProperty("records")[0];
        Assert.Equal("b@example.com", record.GetProperty("Who").GetProperty("Email").GetString());
        Assert.Equal("Acme", record.GetProperty("What").GetProperty("Name").GetString());
    }

    private string[] Whats(string soql) =>
        [.. org.Json(soql).GetProperty("records").EnumerateArray().Select(record => record.GetProperty("What").GetRawText())];
}
