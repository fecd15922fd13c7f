using System.Net;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

public sealed class JobStateTests
{
    [Fact]
    public async Task ClosedJob_TakesNoBatchAndCannotBeClosedAgain()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");

        var closed = await client.ChangeAsync(job, "Closed");
        var batch = await client.AddAsync(job, "Name\nA\n");
        var again = await client.ChangeAsync(job, "Closed");

        Assert.Equal((HttpStatusCode.OK, "Closed"), (closed.Status, closed.Value("state")));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidJobState"), (batch.Status, batch.ExceptionCode));
        Assert.Equal("InvalidJobState", again.ExceptionCode);
    }

    [Fact]
    public async Task OtherStateThanClosedOrAborted_IsRefused()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");

        var answer = await client.ChangeAsync(job, "Open");

        Assert.Equal("InvalidJob", answer.ExceptionCode);
    }

    [Fact]
    public async Task DayOldJob_TakesNoBatch()
    {
        var clock = new ManualTime();
        await using var client = await AsyncClient.StartAsync(clock: clock);
        var job = await client.CreateJobAsync("insert", "Account");
        clock.Now += TimeSpan.FromHours(25);
        client.Server.SessionId = client.Server.Org.Sessions.Create(client.Server.Org.User).Id;

        var answer = await client.AddAsync(job, "Name\nA\n");

        Assert.Equal("InvalidJobState", answer.ExceptionCode);
    }

    [Fact]
    public async Task Job_CountsItsBatchesAndRecords()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");
        await client.RunAsync(job, "Name\nA\n\"\"\n");
        await client.RunAsync(job, "Bacon\nA\n", state: "Failed");

        var answer = await client.GetAsync($"job/{job}");

        Assert.Equal(
            ["2", "1", "1", "0", "2", "1"],
            new[] { "numberBatchesTotal", "numberBatchesCompleted", "numberBatchesFailed", "numberBatchesQueued", "numberRecordsProcessed", "numberRecordsFailed" }
                .Select(answer.Value));
    }

    [Fact]
    public async Task BatchList_HoldsAllBatchesInOrder()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");
        var first = await client.RunAsync(job, "Name\nA\n");
        var second = await client.RunAsync(job, "Name\nB\n");

        var list = (await client.GetAsync($"job/{job}/batch")).Xml;

        Assert.Equal(AsyncClient.Dataload + "batchInfoList", list.Name);
        Assert.Equal(
            [first, second],
            list.Elements(AsyncClient.Dataload + "batchInfo").Select(batch => $"job/{job}/batch/{Id(batch)}"));
    }

    [Fact]
    public async Task AbortedJob_LeavesWaitingBatchesUnprocessed()
    {
        await using var client = await AsyncClient.StartAsync();
        client.Server.Org.Bulk.Settings.StateDelay = 3_600_000;
        var job = await client.CreateJobAsync("insert", "Account");
        var batch = (await client.AddAsync(job, "Name\nA\n")).Value("id");
        await client.ChangeAsync(job, "Closed");

        var aborted = await client.ChangeAsync(job, "Aborted");
        var info = await client.GetAsync($"job/{job}/batch/{batch}");
        var result = await client.GetAsync($"job/{job}/batch/{batch}/result");

        Assert.Equal(("Aborted", "NotProcessed"), (aborted.Value("state"), info.Value("state")));
        Assert.Equal(("InvalidBatch", "Records not processed"), (result.ExceptionCode, result.ExceptionMessage));
    }

    private static string Id(XElement info) => info.Element(AsyncClient.Dataload + "id")!.Value;
}
