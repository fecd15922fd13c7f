using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class BatchTests
{
    [Fact]
    public async Task EachRequest_IsAnsweredForItselfAndCounted()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.PostAsync("composite/batch", new
        {
            batchRequests = new object[]
            {
                new { method = "PATCH", url = $"v68.0/sobjects/Account/{id}", richInput = new { Name = "New" } },
                new { method = "GET", url = $"/services/data/v34.0/sobjects/account/{id}?fields=Name" },
                new { method = "GET", url = "v68.0/sobjects/Nothing" },
                new { method = "GET", url = "v68.0/limits" },
            },
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["hasErrors", "results"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.True(answer.Json.GetProperty("hasErrors").GetBoolean());
        var results = answer.Json.GetProperty("results");
        Assert.Equal("""{"statusCode":204,"result":null}""", results[0].GetRawText());
        Assert.Equal("New", results[1].GetProperty("result").GetProperty("Name").GetString());
        Assert.Equal(404, results[2].GetProperty("statusCode").GetInt32());
        Assert.Equal(100_000 - 5, results[3].GetProperty("result").GetProperty("DailyApiRequests").GetProperty("Remaining").GetInt32());
    }

    [Theory]
    [InlineData(true, 412)]
    [InlineData(false, 200)]
    public async Task HaltOnError_StopsAfterTheFirstFailure(bool haltOnError, int status)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/batch", new
        {
            haltOnError,
            batchRequests = new object[] { new { method = "GET", url = "v68.0/sobjects/Nothing" }, new { method = "GET", url = "v68.0/sobjects" } },
        });

        var second = answer.Json.GetProperty("results")[1];
        Assert.Equal(status, second.GetProperty("statusCode").GetInt32());
        if (haltOnError)
            Assert.Equal("BATCH_PROCESSING_HALTED", second.GetProperty("result")[0].GetProperty("errorCode").GetString());
    }

    [Theory]
    [InlineData("v33.0/sobjects", "JSON_PARSER_ERROR")]
    [InlineData("v68.0/sobjects", "JSON_PARSER_ERROR")]
    public async Task RequestOutsideOfTheRules_RefusesTheBatch(string url, string errorCode)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("/services/data/v60.0/composite/batch", new { batchRequests = new[] { new { method = "GET", url } } });

        Assert.Equal((HttpStatusCode.BadRequest, errorCode), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("v60.0/nothing", 404, "NOT_FOUND")]
    [InlineData("v60.0/composite", 400, "INVALID_INPUT")]
    [InlineData("v60.0/composite/sobjects", 400, "INVALID_INPUT")]
    [InlineData("v60.0/jobs/ingest", 400, "INVALID_INPUT")]
    public async Task ResourceThatIsNotThereForABatch_FailsAlone(string url, int status, string errorCode)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync(
            "/services/data/v60.0/composite/batch", new { batchRequests = new[] { new { method = "GET", url }, new { method = "GET", url = "v60.0/limits" } } });

        var results = answer.Json.GetProperty("results");
        Assert.True(answer.Json.GetProperty("hasErrors").GetBoolean());
        Assert.Equal((status, errorCode), (results[0].GetProperty("statusCode").GetInt32(), results[0].GetProperty("result")[0].GetProperty("errorCode").GetString()));
        Assert.Equal(200, results[1].GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task MoreThan25Requests_AreRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/batch", new { batchRequests = Enumerable.Repeat(new { method = "GET", url = "v68.0/sobjects" }, 26) });

        Assert.Equal("The request has 26 subrequests, more than the limit of 25.", answer.ErrorMessage);
    }
}
