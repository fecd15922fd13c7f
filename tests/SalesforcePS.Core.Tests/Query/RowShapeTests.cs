using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Query;

public sealed class RowShapeTests
{
    [Fact]
    public async Task ParentPaths_AreFlatAndTypedAndEmptyWhereThereIsNoParent()
    {
        var org = new FakeOrg
        {
            Query = _ => Page.Of(
                Page.Row("Contact", "\"LastName\":\"A\",\"Account\":null"),
                Page.Row("Contact", "\"LastName\":\"B\",\"Account\":" + Page.Row("Account", "\"AnnualRevenue\":5.5,\"Owner\":" + Page.Row("User", "\"Name\":\"Ada\",\"LastLoginDate\":\"2026-01-01T00:00:00.000+0000\""))),
                Page.Row("Contact", "\"LastName\":\"C\",\"Account\":" + Page.Row("Account", "\"AnnualRevenue\":null,\"Owner\":null"))),
        };

        var rows = await Page.ReadAsync(org, "SELECT LastName, Account.AnnualRevenue, Account.Owner.Name, Account.Owner.LastLoginDate FROM Contact");

        Assert.Equal(["LastName", "Account.AnnualRevenue", "Account.Owner.Name", "Account.Owner.LastLoginDate"], rows[0].Names());
        Assert.Equal([null, 5.5m, null], rows.Select(row => row.Value("Account.AnnualRevenue")));
        Assert.Equal([null, "Ada", null], rows.Select(row => row.Value("Account.Owner.Name")));
        Assert.Equal(DateTimeOffset.Parse("2026-01-01T00:00:00Z", null), rows[1].Value("Account.Owner.LastLoginDate"));
    }

    [Fact]
    public async Task ParentsNameAndId_NeedNoDescribeOfTheParent()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Page.Row("Contact", "\"Account\":" + Page.Row("Account", "\"Id\":\"001\",\"Name\":\"A\""))) };

        await Page.ReadAsync(org, "SELECT Account.Id, Account.Name FROM Contact");

        Assert.Equal(1, org.DescribeCalls);
    }

    [Fact]
    public async Task KeysInAnyOrderAndCase_FindTheirPlaces()
    {
        var org = new FakeOrg
        {
            Query = _ => Page.Of(
                Page.Row("Account", "\"Id\":\"1\",\"Name\":\"A\",\"Phone\":\"p\""),
                """{"Phone":"q","Name":"B","attributes":{"type":"Account"},"Id":"2"}"""),
        };

        var rows = await Page.ReadAsync(org, "SELECT id, name, PHONE FROM Account");

        Assert.Equal(["id", "name", "PHONE"], rows[0].Names());
        Assert.Equal(["1", "A", "p", "2", "B", "q"], rows.SelectMany(row => new[] { row.Value("Id"), row.Value("Name"), row.Value("Phone") }));
    }

    [Fact]
    public async Task KeyThatTheFirstRowHadNot_IsAnErrorAndNotALoss()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Page.Row("Account", "\"Id\":\"1\""), Page.Row("Account", "\"Id\":\"2\",\"Name\":\"B\"")) };

        var wrong = await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(org, "SELECT Id FROM Account"));

        Assert.Equal("A row of the query's answer has the field 'Name', which the first row had not.", wrong.Message);
    }

    [Fact]
    public async Task FieldsFunction_GivesTheFieldsOfTheRowTyped()
    {
        var org = new FakeOrg
        {
            Query = _ => Page.Of(Page.Row("Account", "\"Id\":\"1\",\"AnnualRevenue\":5,\"BillingAddress\":{\"city\":\"X\"},\"New__c\":3")),
        };

        var row = (await Page.ReadAsync(org, "SELECT FIELDS(ALL) FROM Account LIMIT 200"))[0];

        Assert.Equal((5m, 3), (row.Value("AnnualRevenue"), row.Value("New__c")));
        Assert.Equal("X", row.Value("BillingAddress")!.Value("city"));
    }

    [Fact]
    public async Task ObjectsOwnNameOrAliasBeforeAField_IsNotPartOfItsName()
    {
        var row = await Page.ReadOneAsync("SELECT Account.Name FROM Account", Page.Row("Account", "\"Name\":\"A\""));
        var aliased = await Page.ReadOneAsync("SELECT a.Name, a.Owner.Name FROM Account a", Page.Row("Account", "\"Name\":\"A\",\"Owner\":" + Page.Row("User", "\"Name\":\"Ada\"")));

        Assert.Equal(["Name"], row.Names());
        Assert.Equal(["Name", "Owner.Name"], aliased.Names());
    }

    [Fact]
    public async Task TypeOf_HasTheFieldsOfAllBranches()
    {
        var org = new FakeOrg
        {
            Query = _ => Page.Of(
                Page.Row("Task", "\"What\":" + Page.Row("Account", "\"Phone\":\"p\"")),
                Page.Row("Task", "\"What\":null"),
                Page.Row("Task", "\"What\":" + Page.Row("Opportunity", "\"Amount\":5.5,\"Name\":\"O\""))),
        };

        var rows = await Page.ReadAsync(org, "SELECT TYPEOF What WHEN Account THEN Phone WHEN Opportunity THEN Amount, Name ELSE Id END FROM Task");

        Assert.Equal(["What.Phone", "What.Amount", "What.Name", "What.Id"], rows[0].Names());
        Assert.Equal(("p", 5.5, "O"), (rows[0].Value("What.Phone"), rows[2].Value("What.Amount"), rows[2].Value("What.Name")));
    }

    [Fact]
    public async Task Functions_AreUnderTheirAliasOrField()
    {
        var row = await Page.ReadOneAsync(
            "SELECT FORMAT(CreatedDate), FORMAT(convertCurrency(AnnualRevenue)) shown, toLabel(Interests__c), convertCurrency(AnnualRevenue) FROM Account",
            Page.Row("Account", "\"CreatedDate\":\"1.1.2026 10:00\",\"shown\":\"EUR 5\",\"Interests__c\":\"Vier;Sechs\",\"AnnualRevenue\":5.0"));

        Assert.Equal(("1.1.2026 10:00", "EUR 5", 5m), (row.Value("CreatedDate"), row.Value("shown"), row.Value("AnnualRevenue")));
        Assert.Equal(new[] { "Vier", "Sechs" }, row.Value("Interests__c"));
    }

    [Fact]
    public async Task Aggregates_HaveTheTypeOfTheirFieldUnderAliasOrNumber()
    {
        var row = await Page.ReadOneAsync(
            "SELECT Industry, Owner.Name, COUNT(Id), SUM(AnnualRevenue) total, MAX(CreatedDate), AVG(NumberOfEmployees) FROM Account GROUP BY Industry, Owner.Name",
            Page.Row("AggregateResult", "\"Industry\":\"IT\",\"Name\":\"Ada\",\"expr0\":3,\"total\":300.0,\"expr1\":\"2026-01-01T00:00:00.000+0000\",\"expr2\":7"));

        Assert.Equal(["Industry", "Name", "expr0", "total", "expr1", "expr2"], row.Names());
        Assert.Equal((3, 300m, 7.0), (row.Value("expr0"), row.Value("total"), row.Value("expr2")));
        Assert.IsType<DateTimeOffset>(row.Value("expr1"));
        Assert.Equal("Salesforce.AggregateResult", row.GetType().FullName);
    }

    [Fact]
    public async Task NoRows_AreNoRows() =>
        Assert.Empty(await Page.ReadAsync(new FakeOrg { Query = _ => Page.Of() }, "SELECT Id FROM Account"));
}
