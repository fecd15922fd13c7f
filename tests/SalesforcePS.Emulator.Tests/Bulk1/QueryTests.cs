using System.Net;
using System.Xml.Linq;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

public sealed class QueryTests
{
    [Fact]
    public async Task Query_GivesAResultFileOfCsv()
    {
        await using var client = await AsyncClient.StartAsync();
        var id = await client.Server.CreateAsync("Account", new { Name = "A \"B\"", AnnualRevenue = 100 });

        var batch = await client.RunAsync(await client.CreateJobAsync("query", "Account"), "SELECT Id, Name, AnnualRevenue, Phone, Owner.Name FROM Account");
        var list = (await client.GetAsync($"{batch}/result")).Xml;
        var file = await client.GetAsync($"{batch}/result/{list.Elements().Single().Value}");

        Assert.Equal(AsyncClient.Dataload + "result-list", list.Name);
        Assert.StartsWith("752", list.Value, StringComparison.Ordinal);
        Assert.Equal("text/csv; charset=UTF-8", file.ContentType);
        Assert.Equal($"\"Id\",\"Name\",\"AnnualRevenue\",\"Phone\",\"Owner.Name\"\n\"{id}\",\"A \"\"B\"\"\",\"100.0\",\"\",\"Emulator Administrator\"\n", file.Text);
        Assert.Equal("1", (await client.GetAsync(batch)).Value("numberRecordsProcessed"));
    }

    [Fact]
    public async Task QueryAll_SeesTheRecycleBin()
    {
        await using var client = await AsyncClient.StartAsync();
        var id = await client.Server.CreateAsync("Account", new { Name = "A" });
        await client.Server.DeleteAsync($"sobjects/Account/{id}");

        Assert.Equal($"\"Id\"\n\"{id}\"\n", await FileAsync(client, "queryAll", "SELECT Id FROM Account"));
        Assert.Equal("Records not found for this query", await FileAsync(client, "query", "SELECT Id FROM Account"));
    }

    [Fact]
    public async Task XmlQuery_GivesRecordsWithTypesAndParents()
    {
        await using var client = await AsyncClient.StartAsync();
        var id = await client.Server.CreateAsync("Account", new { Name = "A" });
        var batch = await client.RunAsync(
            await client.CreateJobAsync("query", "Account", "XML"), "SELECT Id, Name, Phone, CreatedDate, Owner.Name FROM Account", "application/xml");
        var result = (await client.GetAsync($"{batch}/result")).Xml.Value;

        var record = (await client.GetAsync($"{batch}/result/{result}")).Xml.Elements(AsyncClient.Dataload + "records").Single();

        var type = XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance");
        Assert.Equal(("sObject", "Account"), (record.Attribute(type)!.Value, record.Elements().First().Value));
        Assert.Equal(["type", "Id", "Name", "Phone", "CreatedDate", "Owner"], record.Elements().Select(element => element.Name.LocalName));
        Assert.Equal((id, "A"), (Value("Id"), Value("Name")));
        Assert.EndsWith("Z", Value("CreatedDate"), StringComparison.Ordinal);
        Assert.Equal("UserEmulator Administrator", Value("Owner"));

        string Value(string name) => record.Element(AsyncClient.Dataload + name)!.Value;
    }

    [Fact]
    public async Task JsonQuery_GivesRecordsAsRestShowsThem()
    {
        await using var client = await AsyncClient.StartAsync();
        var id = await client.Server.CreateAsync("Account", new { Name = "A" });
        var batch = await client.RunAsync(await client.CreateJobAsync("query", "Account", "JSON"), "SELECT Id, Owner.Name FROM Account", "application/json");
        var list = (await client.GetAsync($"{batch}/result")).Json;

        var file = await client.GetAsync($"{batch}/result/{list[0].GetString()}");

        Assert.Equal("application/json", file.ContentType);
        Assert.Equal($"/services/data/v68.0/sobjects/Account/{id}", file.Json[0].GetProperty("attributes").GetProperty("url").GetString());
        Assert.Equal("Emulator Administrator", file.Json[0].GetProperty("Owner").GetProperty("Name").GetString());
    }

    [Theory]
    [InlineData("SELECT Id FROM Contact", "InvalidBatch : Failed to process query: INVALID_TYPE_FOR_OPERATION: The root entity of the requested query (Contact) does not match the entity of the requested Bulk API Job (Account).")]
    [InlineData("SELEKT Id FROM Account", "InvalidBatch : Failed to process query: MALFORMED_QUERY: ")]
    [InlineData("SELECT Bacon FROM Account", "InvalidBatch : Failed to process query: INVALID_FIELD: ")]
    [InlineData("SELECT BillingAddress FROM Account", "FeatureNotEnabled : Failed to process query: FUNCTIONALITY_NOT_ENABLED: Selecting compound data not supported in Bulk Query")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts) FROM Account", "FeatureNotEnabled : Failed to process query: FUNCTIONALITY_NOT_ENABLED: Aggregate Relationships not supported in Bulk Query")]
    [InlineData("SELECT COUNT(Id) FROM Account", "FeatureNotEnabled : Failed to process query: FUNCTIONALITY_NOT_ENABLED: ")]
    public async Task WrongQuery_FailsTheBatch(string soql, string message)
    {
        await using var client = await AsyncClient.StartAsync();

        var batch = await client.RunAsync(await client.CreateJobAsync("query", "Account"), soql, state: "Failed");

        Assert.StartsWith(message, (await client.GetAsync(batch)).Value("stateMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownResult_IsRefused()
    {
        await using var client = await AsyncClient.StartAsync();
        var batch = await client.RunAsync(await client.CreateJobAsync("query", "Account"), "SELECT Id FROM Account");

        var answer = await client.GetAsync($"{batch}/result/752000000000000");

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidBatch"), (answer.Status, answer.ExceptionCode));
    }

    private static async Task<string> FileAsync(AsyncClient client, string operation, string soql)
    {
        var batch = await client.RunAsync(await client.CreateJobAsync(operation, "Account"), soql);
        var result = (await client.GetAsync($"{batch}/result")).Xml.Value;
        return (await client.GetAsync($"{batch}/result/{result}")).Text;
    }
}
