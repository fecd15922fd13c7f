using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Query;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Query;

public sealed class BulkValueTests
{
    [Theory]
    [InlineData("Name", "a \"\"b\"\", c\nd", "\"a \\\"b\\\", c\\nd\"")]
    [InlineData("Industry", "Energy", "\"Energy\"")]
    [InlineData("IsActive__c", "true", "true")]
    [InlineData("IsActive__c", "false", "false")]
    [InlineData("NumberOfEmployees", "12", "12")]
    [InlineData("Rating__c", "0.25", "0.25")]
    [InlineData("Rating__c", "1.5E7", "1.5E7")]
    [InlineData("Share__c", "40.0", "40.0")]
    [InlineData("AnnualRevenue", "1234567890123456.78", "1234567890123456.78")]
    [InlineData("Views__c", "12345678901", "12345678901")]
    [InlineData("Founded__c", "1999-12-31", "\"1999-12-31\"")]
    [InlineData("CreatedDate", "2026-11-22T07:08:09.123Z", "\"2026-11-22T07:08:09.123+0000\"")]
    [InlineData("OpensAt__c", "10:30:00.000Z", "\"10:30:00.000Z\"")]
    [InlineData("Interests__c", "North;West", "\"North;West\"")]
    [InlineData("Name", "", "null")]
    [InlineData("Interests__c", "", "null")]
    [InlineData("Founded__c", "", "null")]
    public async Task Value_IsTheSameAsOverRest(string field, string csv, string json)
    {
        var soql = $"SELECT Id, {field} FROM Account";
        var org = new QueryOrg($"\"Id\",\"{field}\"\n\"001\",\"{csv}\"\n") { Processed = 1, OnPage = (_, _) => QueryOrg.Page($"\"Id\",\"{field}\"\n\"001\",\"{csv}\"\n", 1) };

        var bulk = (await org.ReadAsync(soql))[0].Value(field);
        var rest = (await Page.ReadOneAsync(soql, Page.Row("Account", $"\"Id\":\"001\",\"{field}\":{json}"))).Value(field);

        Assert.Equal(rest, bulk);
        Assert.Equal(rest?.GetType(), bulk?.GetType());
    }

    [Fact]
    public async Task RecordClass_IsThatOfRest()
    {
        const string soql = "SELECT Id, Account.Name, Owner.Name FROM Account";
        var bulk = (await new QueryOrg("\"Id\",\"Name\",\"Owner.Name\"\n\"1\",\"N\",\"O\"\n").ReadAsync(soql))[0];
        var rest = await Page.ReadOneAsync(soql, Page.Row("Account", "\"Id\":\"1\",\"Name\":\"N\",\"Owner\":{\"attributes\":{\"type\":\"User\",\"url\":\"/x\"},\"Name\":\"O\"}"));

        Assert.Equal("Salesforce.Account", bulk.GetType().FullName);
        Assert.Equal(rest.Names(), bulk.Names());
        Assert.Equal("O", bulk.Value("Owner.Name"));
    }

    [Fact]
    public async Task Columns_AreFoundByNameInAnyCaseAndOrder()
    {
        var row = (await new QueryOrg("\"NAME\",\"ID\"\n\"N\",\"1\"\n").ReadAsync("SELECT Id, name FROM Account"))[0];

        Assert.Equal(["Id", "name"], row.Names());
        Assert.Equal(["1", "N"], new[] { row.Value("Id"), row.Value("name") });
    }

    [Fact]
    public async Task ColumnOfAFunction_IsKnownByItsPlace()
    {
        var row = (await new QueryOrg("\"Id\",\"toLabel(Industry)\"\n\"1\",\"Energie\"\n").ReadAsync("SELECT Id, toLabel(Industry) FROM Account"))[0];

        Assert.Equal("Energie", row.Value("Industry"));
    }

    [Fact]
    public async Task ColumnsThatTheQueryDoesNotName_GiveTheRecordItsNames()
    {
        var row = (await new QueryOrg("\"Id\",\"NumberOfEmployees\",\"Owner.Email\"\n\"1\",\"5\",\"a@b.c\"\n").ReadAsync("SELECT FIELDS(STANDARD) FROM User"))[0];

        Assert.Equal(["Id", "NumberOfEmployees", "Owner.Email"], row.Names());
    }

    [Fact]
    public async Task PagesWithDifferentColumns_AreAProtocolError() =>
        await Assert.ThrowsAsync<ProtocolException>(() => new QueryOrg("\"Id\",\"Name\"\n\"1\",\"N\"\n", "\"Name\",\"Id\"\n\"N\",\"2\"\n").ReadAsync("SELECT Id, Name FROM Account"));

    [Fact]
    public async Task TextThatIsNoNumber_IsAProtocolError() =>
        await Assert.ThrowsAsync<ProtocolException>(() => new QueryOrg("\"Id\",\"AnnualRevenue\"\n\"1\",\"much\"\n").ReadAsync("SELECT Id, AnnualRevenue FROM Account"));

    [Fact]
    public async Task BlankRowOfOneColumn_IsARow()
    {
        var rows = await new QueryOrg("\"Phone\"\n\"\"\n\"1\"\n").ReadAsync("SELECT Phone FROM Account", new QueryOptions { Api = QueryApi.Bulk });

        Assert.Equal([null, "1"], rows.Select(row => row.Value("Phone")));
    }
}
