using System.Net;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class LockTests
{
    private const string Code = "UNABLE_TO_LOCK_ROW";

    [Fact]
    public async Task LockedRecord_RefusesUpdateAndDelete()
    {
        await using var server = await StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });
        await LockAsync(server, id);

        var update = await server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" });
        var delete = await server.DeleteAsync($"sobjects/Account/{id}");

        Assert.Equal(HttpStatusCode.BadRequest, update.Status);
        Assert.Equal((Code, $"unable to obtain exclusive access to this record or 1 records: {id}"), (update.ErrorCode, update.ErrorMessage));
        Assert.Equal(Code, delete.ErrorCode);
        Assert.Equal("A", (await server.GetAsync($"sobjects/Account/{id}")).Json.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task LockedParent_RefusesOnlyTheRecordsThatNeedIt()
    {
        await using var server = await StartAsync();
        var (locked, free) = (await server.CreateAsync("Account", new { Name = "A" }), await server.CreateAsync("Account", new { Name = "B" }));
        var child = await server.CreateAsync("Contact", new { LastName = "C", AccountId = locked });
        await LockAsync(server, locked);

        var create = (await server.PostAsync("composite/sobjects", new
        {
            records = new object[] { Contact(free), Contact(locked), new { attributes = new { type = "Contact" }, LastName = "None" } },
        })).Json;
        var update = await server.PatchAsync($"sobjects/Contact/{child}", new { Phone = "1" });
        var moved = await server.PatchAsync($"sobjects/Contact/{child}", new { AccountId = free });
        var delete = await server.DeleteAsync($"sobjects/Contact/{child}");

        Assert.Equal([true, false, true], create.EnumerateArray().Select(result => result.GetProperty("success").GetBoolean()));
        Assert.Equal(Code, create[1].GetProperty("errors")[0].GetProperty("statusCode").GetString());
        Assert.All([update, moved, delete], answer => Assert.Equal(Code, answer.ErrorCode));
    }

    [Fact]
    public async Task LockedChild_RefusesTheDeletionThatTakesItAlong()
    {
        await using var server = await StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var contact = await server.CreateAsync("Contact", new { LastName = "C", AccountId = account });
        await LockAsync(server, contact);

        Assert.Equal(Code, (await server.DeleteAsync($"sobjects/Account/{account}")).ErrorCode);
    }

    [Fact]
    public async Task LockedRecord_CannotBeMergedAway()
    {
        await using var server = await StartAsync();
        var (master, other) = (await server.CreateAsync("Account", new { Name = "A" }), await server.CreateAsync("Account", new { Name = "B" }));
        var child = await server.CreateAsync("Contact", new { LastName = "C", AccountId = other });
        await LockAsync(server, child);

        var answer = await server.SoapAsync(
            $"<merge><request><masterRecord><sf:type>Account</sf:type><sf:Id>{master}</sf:Id></masterRecord><recordToMergeIds>{other}</recordToMergeIds></request></merge>",
            isValid: false);

        Assert.Equal(Code, answer.Result.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value);
        Assert.Equal(other, (await server.GetAsync($"sobjects/Contact/{child}")).Json.GetProperty("AccountId").GetString());
    }

    [Fact]
    public async Task LockedRecord_CanBeRead()
    {
        await using var server = await StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });
        await LockAsync(server, id);

        Assert.Equal(1, (await server.GetAsync("query?q=SELECT+Id+FROM+Account")).Json.GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task LockThatIsReleased_LetsTheWaitingWriteThrough()
    {
        await using var server = await StartAsync(timeout: TimeSpan.FromMinutes(10));
        var id = await server.CreateAsync("Account", new { Name = "A" });
        var other = await server.CreateAsync("Account", new { Name = "Other" });
        await LockAsync(server, id);

        var waiting = server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" });
        var meanwhile = await server.PatchAsync($"sobjects/Account/{other}", new { Name = "Changed" });
        Assert.False(waiting.IsCompleted);
        await server.DeleteAsync("/__emulator/locks");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (meanwhile.Status, (await waiting).Status));
        Assert.Equal("B", (await server.GetAsync($"sobjects/Account/{id}")).Json.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task LockThatRunsOut_LetsTheWaitingWriteThrough()
    {
        await using var server = await StartAsync(timeout: TimeSpan.FromMinutes(10));
        var id = await server.CreateAsync("Account", new { Name = "A" });
        await server.PostAsync("/__emulator/locks", new { ids = new[] { id }, durationMs = 50 });

        Assert.Equal(HttpStatusCode.NoContent, (await server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" })).Status);
    }

    [Fact]
    public async Task CallOfAllOrNone_IsTakenBackAsAWhole()
    {
        await using var server = await StartAsync();
        var locked = await server.CreateAsync("Account", new { Name = "A" });
        await LockAsync(server, locked);

        var collection = (await server.PostAsync("composite/sobjects", new { allOrNone = true, records = new[] { Contact(null), Contact(locked) } })).Json;
        var composite = (await server.PostAsync("composite", new
        {
            allOrNone = true,
            compositeRequest = new object[]
            {
                new { method = "POST", url = "/services/data/v68.0/sobjects/Contact", referenceId = "first", body = new { LastName = "L" } },
                new { method = "POST", url = "/services/data/v68.0/sobjects/Contact", referenceId = "second", body = new { LastName = "L", AccountId = locked } },
            },
        })).Json.GetProperty("compositeResponse");

        Assert.Equal(["ALL_OR_NONE_OPERATION_ROLLED_BACK", Code], collection.EnumerateArray().Select(result => result.GetProperty("errors")[0].GetProperty("statusCode").GetString()));
        Assert.Equal(["PROCESSING_HALTED", Code], composite.EnumerateArray().Select(result => result.GetProperty("body")[0].GetProperty("errorCode").GetString()));
        Assert.Equal(0, (await server.GetAsync("query?q=SELECT+COUNT()+FROM+Contact")).Json.GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task BulkJob_RefusesTheRowsOfALockedParent()
    {
        await using var server = await StartAsync();
        var locked = await server.CreateAsync("Account", new { Name = "A" });
        await LockAsync(server, locked);

        var job = await server.IngestAsync(new { @object = "Contact", operation = "insert" }, $"LastName,AccountId\nA,\nB,{locked}\nC,\n");

        Assert.Equal(("JobComplete", 3, 1), (job.State(), job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Contains($"{Code}:unable to obtain exclusive access to this record or 1 records: {locked}:--", (await server.ResultsAsync(job.Id, "failedResults"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_ReleasesLocksAndTimeout()
    {
        await using var server = await StartAsync(timeout: TimeSpan.FromMinutes(10));
        await server.PostAsync("/__emulator/locks", new { ids = new[] { server.Org.Identity.UserId }, timeoutMs = 0 });

        await server.PostAsync("/__emulator/reset", new { });

        Assert.Equal(HttpStatusCode.NoContent, (await server.PatchAsync($"sobjects/User/{server.Org.Identity.UserId}", new { Title = "T" })).Status);
    }

    [Fact]
    public async Task WrongId_IsRefused()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("/__emulator/locks", new { ids = new[] { "12" } });

        Assert.Equal((HttpStatusCode.BadRequest, "MALFORMED_ID"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task ParallelWritesToOneRecord_LoseNothing()
    {
        await using var server = await StartAsync();
        string[] fields = ["Phone", "Fax", "Website", "Site", "Description", "BillingCity", "BillingStreet", "ShippingCity", "ShippingStreet", "AccountNumber"];
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(round =>
            server.PatchAsync($"sobjects/Account/{id}", new Dictionary<string, string> { [fields[round % fields.Length]] = $"value {round / fields.Length}" })));
        var children = await Task.WhenAll(Enumerable.Range(0, 100).Select(index => server.PostAsync("sobjects/Contact", new { LastName = $"C{index}", AccountId = id })));
        var record = (await server.GetAsync($"sobjects/Account/{id}")).Json;

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        Assert.All(fields, field => Assert.StartsWith("value ", record.GetProperty(field).GetString(), StringComparison.Ordinal));
        Assert.Equal(100, children.Select(child => child.Id).Distinct().Count());
        Assert.Equal(100, (await server.GetAsync($"query?q=SELECT+COUNT()+FROM+Contact+WHERE+AccountId='{id}'")).Json.GetProperty("totalSize").GetInt32());
    }

    private static Task<EmulatorServer> StartAsync(TimeSpan timeout = default) =>
        EmulatorServer.StartAsync(new EmulatorOptions { LockTimeout = timeout, BulkDelay = 0 });

    private static async Task LockAsync(EmulatorServer server, string id) =>
        Assert.Equal(HttpStatusCode.NoContent, (await server.PostAsync("/__emulator/locks", new { ids = new[] { id } })).Status);

    private static object Contact(string? account) => new { attributes = new { type = "Contact" }, LastName = "L", AccountId = account };
}
