using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class QueryCallTests
{
    [Fact]
    public async Task SelectedId_ComesTwice()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var record = Records(await QueryAsync(server, "SELECT Id, Name FROM Account")).Single();

        Assert.Equal("sf:sObject", record.Attribute(SoapAnswer.Instance + "type")!.Value);
        Assert.Equal(["Account", id, id, "A"], record.Elements().Select(element => element.Value));
    }

    [Fact]
    public async Task IdThatWasNotSelected_IsNil()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.CreateAsync("Account", new { Name = "A" });

        var record = Records(await QueryAsync(server, "SELECT Name, Phone FROM Account")).Single();

        var id = record.Elements(SoapAnswer.SObject + "Id").Single();
        Assert.Equal("true", id.Attribute(SoapAnswer.Instance + "nil")!.Value);
        Assert.Equal("true", record.Element(SoapAnswer.SObject + "Phone")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
    }

    [Fact]
    public async Task ParentsAndChildren_AreNested()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A", BillingCity = "Ulm" });
        await server.CreateAsync("Contact", new { LastName = "L", AccountId = id });
        await server.CreateAsync("Account", new { Name = "B" });

        var records = Records(await QueryAsync(server, "SELECT Name, BillingAddress, Owner.Name, Parent.Name, (SELECT LastName FROM Contacts) FROM Account ORDER BY Name"));

        var owner = records[0].Element(SoapAnswer.SObject + "Owner")!;
        Assert.Equal("sf:sObject", owner.Attribute(SoapAnswer.Instance + "type")!.Value);
        Assert.Equal("User", owner.Element(SoapAnswer.SObject + "type")!.Value);
        Assert.Equal("true", records[0].Element(SoapAnswer.SObject + "Parent")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
        Assert.Equal("Ulm", records[0].Element(SoapAnswer.SObject + "BillingAddress")!.Element(SoapAnswer.Partner + "city")!.Value);
        var children = records[0].Element(SoapAnswer.SObject + "Contacts")!;
        Assert.Equal("QueryResult", children.Attribute(SoapAnswer.Instance + "type")!.Value);
        Assert.Equal("1", children.Element(SoapAnswer.Partner + "size")!.Value);
        Assert.Equal("true", records[1].Element(SoapAnswer.SObject + "Contacts")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
    }

    [Fact]
    public async Task Aggregates_TellTheirTypes()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.CreateAsync("Account", new { Name = "A", AnnualRevenue = 1.39e8 });

        var record = Records(await QueryAsync(server, "SELECT Name, COUNT(Id) n, SUM(AnnualRevenue) s FROM Account GROUP BY Name")).Single();

        Assert.Equal("AggregateResult", record.Element(SoapAnswer.SObject + "type")!.Value);
        Assert.Equal(
            [("xsd:string", "A"), ("xsd:int", "1"), ("xsd:double", "1.39E8")],
            record.Elements().Skip(2).Select(element => (element.Attribute(SoapAnswer.Instance + "type")!.Value, element.Value)));
    }

    [Fact]
    public async Task BatchSizeAndQueryMore_PageThroughAll()
    {
        await using var server = await EmulatorServer.StartAsync();
        foreach (var names in Enumerable.Range(0, 400).Chunk(200))
            await server.PostAsync("composite/sobjects", new { records = names.Select(index => new { attributes = new { type = "Contact" }, LastName = $"L{index}" }) });
        const string Options = "<QueryOptions><batchSize>200</batchSize></QueryOptions>";

        var first = await server.SoapAsync("<query><queryString>SELECT Id FROM Contact</queryString></query>", Options);
        var locator = first.Result.Element(SoapAnswer.Partner + "queryLocator")!.Value;
        var second = await server.SoapAsync($"<queryMore><queryLocator>{locator}</queryLocator></queryMore>", Options);

        Assert.Equal(("false", "400"), (first.Result.Element(SoapAnswer.Partner + "done")!.Value, first.Result.Element(SoapAnswer.Partner + "size")!.Value));
        Assert.Equal(200, Records(first).Count);
        Assert.Equal("true", second.Result.Element(SoapAnswer.Partner + "done")!.Value);
        Assert.Equal("true", second.Result.Element(SoapAnswer.Partner + "queryLocator")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
        Assert.Equal(400, Records(first).Concat(Records(second)).Select(record => record.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task QueryAll_SeesTheRecycleBin()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });
        await server.DeleteAsync($"sobjects/Account/{id}");

        var answer = await server.SoapAsync("<queryAll><queryString>SELECT Id FROM Account</queryString></queryAll>");

        Assert.Single(Records(answer));
    }

    [Fact]
    public async Task Count_HasASizeAndNoRecords()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await QueryAsync(server, "SELECT COUNT() FROM User");

        Assert.Empty(Records(answer));
        Assert.Equal("1", answer.Result.Element(SoapAnswer.Partner + "size")!.Value);
    }

    [Theory]
    [InlineData("SELECT Bacon__c FROM Account", "sf:INVALID_FIELD", "InvalidFieldFault", "1", "8")]
    [InlineData("SELECT Id FROM XYZZY", "sf:INVALID_TYPE", "InvalidSObjectFault", "1", "16")]
    public async Task BadQuery_IsAFaultWithItsPosition(string soql, string code, string type, string row, string column)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await QueryAsync(server, soql);

        Assert.Equal(code, answer.FaultCode);
        Assert.Equal(SoapAnswer.Fault + type, answer.FaultDetail.Name);
        Assert.Equal(row, answer.FaultDetail.Element(SoapAnswer.Fault + "row")!.Value);
        Assert.Equal(column, answer.FaultDetail.Element(SoapAnswer.Fault + "column")!.Value);
    }

    [Fact]
    public async Task UnknownLocator_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync("<queryMore><queryLocator>0r8000000000000AAA-200</queryLocator></queryMore>");

        Assert.Equal("sf:INVALID_QUERY_LOCATOR", answer.FaultCode);
        Assert.Equal(SoapAnswer.Fault + "InvalidQueryLocatorFault", answer.FaultDetail.Name);
    }

    private static Task<SoapAnswer> QueryAsync(EmulatorServer server, string soql) =>
        server.SoapAsync($"<query><queryString>{soql}</queryString></query>");

    private static IReadOnlyList<XElement> Records(SoapAnswer answer) => [.. answer.Result.Elements(SoapAnswer.Partner + "records")];
}
