using System.Globalization;
using SalesforcePS.Emulator.Bulk1;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

public sealed class PkChunkingTests
{
    private const string Header = "Sforce-Enable-PKChunking";

    [Fact]
    public async Task ChunkedQuery_BecomesOneBatchForEachRangeOfIds()
    {
        await using var client = await AsyncClient.StartAsync();
        await FillAsync(client, 25);
        var job = await client.CreateJobAsync("query", "Account", headers: (Header, "chunkSize=10"));

        await client.RunAsync(job, "SELECT Name FROM Account WHERE Name != 'N07' OR Name = 'N08'", state: "NotProcessed");
        var batches = await BatchesAsync(client, job);
        var names = new List<string>();
        foreach (var batch in batches.Skip(1))
            names.AddRange(await RowsAsync(client, job, batch));

        Assert.Equal(4, batches.Count);
        Assert.Equal(Enumerable.Range(0, 25).Where(number => number != 7).Select(Name), names);
        var request = (await client.GetAsync($"job/{job}/batch/{batches[1]}/request")).Text;
        Assert.Matches("^SELECT Name FROM Account WHERE \\(Name != 'N07' OR Name = 'N08'\\) AND Id >= '001[0-9A-Za-z]{15}' AND Id < '001[0-9A-Za-z]{15}'$", request);
    }

    [Theory]
    [InlineData("SELECT Name FROM Account WHERE Id != null")]
    [InlineData("SELECT Name FROM Account ORDER BY Name")]
    [InlineData("SELECT Name FROM Account LIMIT 100")]
    public async Task FilterOnIdOrderOrLimit_SwitchesChunkingOff(string soql)
    {
        await using var client = await AsyncClient.StartAsync();
        await FillAsync(client, 3);
        var job = await client.CreateJobAsync("query", "Account", headers: (Header, "chunkSize=1"));

        await client.RunAsync(job, soql);

        Assert.Single(await BatchesAsync(client, job));
    }

    [Fact]
    public async Task StartRow_BeginsThere()
    {
        await using var client = await AsyncClient.StartAsync();
        await FillAsync(client, 5);
        var records = (await client.Server.GetAsync("query?q=SELECT+Id+FROM+Account+ORDER+BY+Id")).Json.GetProperty("records");
        var start = records[3].GetProperty("Id").GetString();
        var job = await client.CreateJobAsync("query", "Account", headers: (Header, $"chunkSize=100000; startRow={start}"));
        await client.RunAsync(job, "SELECT Name FROM Account", state: "NotProcessed");

        var batches = await BatchesAsync(client, job);

        Assert.Equal(2, batches.Count);
        Assert.Equal([Name(3), Name(4)], await RowsAsync(client, job, batches[1]));
    }

    [Theory]
    [InlineData("chunkSize=0")]
    [InlineData("chunkSize=250001")]
    [InlineData("chunks=5")]
    [InlineData("startRow=abc")]
    public async Task WrongHeader_IsRefused(string header)
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.PostJobAsync("<operation>query</operation><object>Account</object>", (Header, header));

        Assert.Equal("ClientInputError", answer.ExceptionCode);
    }

    [Theory]
    [InlineData("SELECT Id FROM Order", "SELECT Id FROM Order WHERE Id >= 'a' AND Id < 'b'")]
    [InlineData("SELECT Id FROM Order FOR VIEW", "SELECT Id FROM Order WHERE Id >= 'a' AND Id < 'b' FOR VIEW")]
    [InlineData("select Id from Account where(Name='x WHERE FOR')", "select Id from Account where ((Name='x WHERE FOR')) AND Id >= 'a' AND Id < 'b'")]
    [InlineData(
        "SELECT Id FROM Account WHERE Name IN (SELECT Name FROM Contact WHERE Name != '') WITH DATA CATEGORY A AT B",
        "SELECT Id FROM Account WHERE (Name IN (SELECT Name FROM Contact WHERE Name != '')) AND Id >= 'a' AND Id < 'b' WITH DATA CATEGORY A AT B")]
    public void Range_JoinsTheConditionOfTheQuery(string soql, string expected) => Assert.Equal(expected, PkChunkQuery.Between(soql, "a", "b"));

    private static string Name(int number) => "N" + number.ToString("00", CultureInfo.InvariantCulture);

    private static async Task FillAsync(AsyncClient client, int count)
    {
        var names = string.Concat(Enumerable.Range(0, count).Select(number => Name(number) + "\n"));
        await client.RunAsync(await client.CreateJobAsync("insert", "Account"), "Name\n" + names);
    }

    private static async Task<List<string>> BatchesAsync(AsyncClient client, string job) =>
        [.. (await client.GetAsync($"job/{job}/batch")).Xml.Elements().Select(batch => batch.Element(AsyncClient.Dataload + "id")!.Value)];

    private static async Task<IEnumerable<string>> RowsAsync(AsyncClient client, string job, string batch)
    {
        var path = $"job/{job}/batch/{batch}";
        await client.WaitAsync(path, "Completed");
        var result = (await client.GetAsync($"{path}/result")).Xml.Value;
        var csv = (await client.GetAsync($"{path}/result/{result}")).Text;
        return csv.TrimEnd('\n').Split('\n').Skip(1).Select(row => row.Trim('"'));
    }
}
