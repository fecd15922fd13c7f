using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Query;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Query;

public sealed class BulkRefusalTests
{
    [Theory]
    [InlineData("SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry", "GROUP BY")]
    [InlineData("SELECT Id FROM Account ORDER BY Name LIMIT 10 OFFSET 5", "OFFSET")]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Phone END FROM Task", "TYPEOF")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts) FROM Account", "a subquery (Contacts)")]
    [InlineData("SELECT COUNT() FROM Account", "an aggregate (COUNT)")]
    [InlineData("SELECT max(Name) FROM Account", "an aggregate (MAX)")]
    [InlineData("SELECT Id, BillingAddress FROM Account", "a compound field (BillingAddress)")]
    [InlineData("SELECT Id, Account.BillingAddress FROM Contact", "a compound field (Account.BillingAddress)")]
    [InlineData("SELECT Id, Spot__c FROM Account", "a compound field (Spot__c)")]
    [InlineData("SELECT Id, Logo__c FROM Account", "a binary field (Logo__c)")]
    [InlineData("SELECT FIELDS(ALL) FROM Account LIMIT 200", "FIELDS(ALL)")]
    [InlineData("SELECT FIELDS(STANDARD) FROM Account", "a compound field (BillingAddress)")]
    public async Task WhatBulkCannotQuery_IsRefusedByNameBeforeAJobIsMade(string soql, string obstacle)
    {
        var org = new QueryOrg();

        var refused = await Assert.ThrowsAsync<SalesforceException>(() => org.ReadAsync(soql));

        Assert.Equal("NOT_SUPPORTED_BY_BULK", refused.ErrorCode);
        Assert.Equal($"Bulk cannot run this query, because it has {obstacle}. Invoke-SfQuery -Api Rest can run it.", refused.Message);
        Assert.Empty(org.JobRequests);
    }

    [Theory]
    [InlineData("SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) ORDER BY Name LIMIT 10")]
    [InlineData("SELECT Id, toLabel(Industry), Owner.Name FROM Account WHERE Name = 'GROUP BY OFFSET 5'")]
    public async Task WhatBulkCanQuery_GoesOutAsWritten(string soql)
    {
        var org = new QueryOrg("\"Id\"\n");

        await org.ReadAsync(soql, new QueryOptions { Api = QueryApi.Bulk, IncludeDeleted = true });

        Assert.Equal(soql, org.Created.GetProperty("query").GetString());
        Assert.Equal("queryAll", org.Created.GetProperty("operation").GetString());
        Assert.Equal("COMMA", org.Created.GetProperty("columnDelimiter").GetString());
        Assert.Equal("LF", org.Created.GetProperty("lineEnding").GetString());
    }

    [Fact]
    public async Task Auto_GoesOverBulkAboveTheThresholdAndDropsTheFirstPage()
    {
        var notes = new List<string>();
        var org = new QueryOrg("\"Id\"\n\"1\"\n\"2\"\n");
        org.Fake.Query = _ => Page.Part(50_001, $"{Page.Next}2", Page.Row("Account", "\"Id\":\"1\""));

        var rows = await org.ReadAsync("SELECT Id FROM Account", new QueryOptions { Api = QueryApi.Auto, Note = notes.Add });

        Assert.Equal(["1", "2"], rows.Select(row => row.Value("Id")));
        Assert.Equal("50001 rows, more than 50000: the query goes over Bulk 2.0.", notes[0]);
    }

    [Fact]
    public async Task Auto_StaysOnRestUpToTheThreshold()
    {
        var org = new QueryOrg();
        org.Fake.Query = _ => Page.Part(50_000, $"{Page.Next}2", Page.Row("Account", "\"Id\":\"1\""));
        org.Fake.Pages[$"{Page.Next}2"] = Page.Part(50_000, null);

        var notes = new List<string>();

        await Assert.ThrowsAsync<ProtocolException>(() => org.ReadAsync("SELECT Id FROM Account", new QueryOptions { Api = QueryApi.Auto, Note = notes.Add }));

        Assert.Empty(org.JobRequests);
        Assert.Equal(["REST: 50000 rows, not more than 50000."], notes);
    }

    [Theory]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts) FROM Account", false, "it has a subquery (Contacts).")]
    [InlineData("SELECT Id FROM Account", true, "Entity is not supported by the Bulk API")]
    public async Task Auto_StaysOnRestWhereBulkWillNot_AndSaysWhy(string soql, bool refusedByOrg, string reason)
    {
        var notes = new List<string>();
        var fake = new FakeOrg
        {
            Query = _ => Page.Part(60_000, $"{Page.Next}2", Page.Row("Account", "\"Id\":\"1\"")),
            On = request => request.Path.EndsWith("/jobs/query", StringComparison.Ordinal) && refusedByOrg
                ? Answers.Error(400, "INVALIDENTITY", "Entity is not supported by the Bulk API")
                : null,
        };
        fake.Pages[$"{Page.Next}2"] = Page.Part(60_000, null);

        await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(fake, soql, new QueryOptions { Api = QueryApi.Auto, Note = notes.Add }));

        var note = Assert.Single(notes);
        Assert.StartsWith("60000 rows, but the query stays on REST:", note, StringComparison.Ordinal);
        Assert.Contains(reason, note, StringComparison.Ordinal);
    }
}
