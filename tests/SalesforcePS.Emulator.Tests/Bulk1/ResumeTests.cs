using SalesforcePS.Emulator.Hosting;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

public sealed class ResumeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Theory]
    [InlineData("Parallel")]
    [InlineData("Serial")]
    public async Task BatchesThatWaitedWhenTheEmulatorEnded_AreProcessedByTheNext(string mode)
    {
        var options = new EmulatorOptions { Database = Path.Combine(folder, "org.db") };
        var batches = new List<string>();
        await using (var client = await AsyncClient.StartAsync(options))
        {
            client.Server.Org.Bulk.Settings.StateDelay = 3_600_000;
            var created = await client.PostJobAsync(
                $"<operation>insert</operation><object>Account</object><concurrencyMode>{mode}</concurrencyMode><contentType>CSV</contentType>");
            var job = created.Value("id");
            foreach (var name in new[] { "A", "B" })
                batches.Add($"job/{job}/batch/{(await client.AddAsync(job, $"Name\n{name}\n")).Value("id")}");
        }

        await using var next = await AsyncClient.StartAsync(options);

        foreach (var batch in batches)
            Assert.Equal("1", (await next.WaitAsync(batch, "Completed")).Value("numberRecordsProcessed"));
    }

    [Fact]
    public async Task Reset_EndsTheJobs()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");
        await client.AddAsync(job, "Name\n" + string.Concat(Enumerable.Repeat("A\n", 5_000)));

        await client.Server.Client.PostAsync("/__emulator/reset", null);

        Assert.Equal("InvalidJob", (await client.GetAsync($"job/{job}")).ExceptionCode);
        await client.RunAsync(await client.CreateJobAsync("insert", "Account"), "Name\nB\n");
        Assert.Equal(1, (await client.Server.GetAsync("query?q=SELECT+COUNT()+FROM+Account")).Json.GetProperty("totalSize").GetInt32());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
