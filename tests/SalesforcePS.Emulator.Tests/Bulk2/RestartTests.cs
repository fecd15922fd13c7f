using System.Globalization;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Hosting;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk2;

public sealed class RestartTests : IDisposable
{
    private static readonly object InsertAccounts = new { @object = "Account", operation = "insert" };

    private readonly string folder = Directory.CreateTempSubdirectory("bulk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WaitingAndRunningJobs_GoOnWhereTheyStopped()
    {
        string waiting, running, query;
        await using (var server = await StartAsync(delay: 3_600_000))
        {
            waiting = (await server.CreateJobAsync(InsertAccounts)).Id;
            await server.UploadAsync(waiting, Accounts("W", 300));
            await server.SetStateAsync(waiting, "UploadComplete");
            running = (await server.CreateJobAsync(InsertAccounts)).Id;
            await server.UploadAsync(running, Accounts("R", 1_000));
            Run(server, running, chunks: 2);
            query = (await server.PostAsync("jobs/query", new { operation = "query", query = "SELECT Name FROM Account WHERE Name < 'R2'" })).Id;
        }

        await using var restarted = await StartAsync(delay: 0);
        var first = await restarted.EndAsync(waiting);
        var second = await restarted.EndAsync(running);
        var third = await restarted.EndAsync(query, "query");

        Assert.Equal(("JobComplete", 300), (first.State(), first.Number("numberRecordsProcessed")));
        Assert.Equal(("JobComplete", 1_000), (second.State(), second.Number("numberRecordsProcessed")));
        Assert.Equal("JobComplete", third.State());
        Assert.Equal(1_001, (await restarted.ResultsAsync(running, "successfulResults")).Distinct().Count());
        Assert.Equal(1_300, (await restarted.GetAsync("query?q=SELECT+COUNT()+FROM+Account")).Number("totalSize"));
    }

    [Fact]
    public async Task ResultsOfAnEndedJob_AreStillThere()
    {
        string id;
        await using (var server = await StartAsync(delay: 0))
            id = (await server.IngestAsync(InsertAccounts, "Name\nA\n")).Id;

        await using var restarted = await StartAsync(delay: 0);

        Assert.Equal(2, (await restarted.ResultsAsync(id, "successfulResults")).Length);
    }

    [Fact]
    public async Task JobAbortedInTheMiddle_HasAllThreeKindsOfRows()
    {
        await using var server = await StartAsync(delay: 0);
        var id = (await server.CreateJobAsync(InsertAccounts)).Id;
        await server.UploadAsync(id, Accounts("A", 300) + "\"\"\n" + Accounts("B", 300)["Name\n".Length..]);
        Run(server, id, chunks: 2);

        var aborted = await server.SetStateAsync(id, "Aborted");

        Assert.Equal("Aborted", aborted.State());
        Assert.Equal(399, (await server.ResultsAsync(id, "successfulResults")).Length - 1);
        Assert.Equal(1, (await server.ResultsAsync(id, "failedResults")).Length - 1);
        Assert.Equal(201, (await server.ResultsAsync(id, "unprocessedrecords")).Length - 1);
    }

    private Task<EmulatorServer> StartAsync(int delay) =>
        EmulatorServer.StartAsync(new EmulatorOptions { Database = Path.Combine(folder, "org.db"), BulkDelay = delay });

    private static string Accounts(string prefix, int count) =>
        "Name\n" + string.Concat(Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"{prefix}{index}\n")));

    /// <summary>Takes the job to InProgress and processes so many chunks of it.</summary>
    private static void Run(EmulatorServer server, string id, int chunks)
    {
        var bulk = server.Org.Bulk;
        var job = bulk.Jobs.UpdateJob(id, current => current with { State = BulkJobState.InProgress })!;
        using var start = bulk.Contents.Open(id);
        using var reader = new CsvRecordReader(bulk.Contents.Open(id), CsvStart.Read(start), job, server.Org.Schema);
        bulk.Processor.Process(job, id, reader.Rows(), server.Org.User, results =>
        {
            if (results is not null)
                bulk.Jobs.UpdateJob(id, current => current with { NumberRecordsProcessed = current.NumberRecordsProcessed + results.Count });
            return results is not null || chunks-- > 0;
        });
    }
}
