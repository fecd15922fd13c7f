using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Rest.CompositeTests;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class GraphTests
{
    [Fact]
    public async Task EachGraph_IsDoneAsAWholeOrNotAtAll()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RunAsync(server,
            Graph("good", Post("a", "Account", new { Name = "A" }), Post("c", "Contact", new { LastName = "L", AccountId = "@{a.id}" })),
            Graph("bad", Post("a", "Account", new { Name = "B" }), Post("c", "Contact", new { AccountId = "@{a.id}" })));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var graphs = answer.Json.GetProperty("graphs");
        Assert.Equal(["graphId", "graphResponse", "isSuccessful"], graphs[0].EnumerateObject().Select(member => member.Name));
        Assert.True(graphs[0].GetProperty("isSuccessful").GetBoolean());
        Assert.False(graphs[1].GetProperty("isSuccessful").GetBoolean());
        Assert.Equal(["PROCESSING_HALTED", "REQUIRED_FIELD_MISSING"], Codes(graphs[1]));
        Assert.Equal(1, await CountAsync(server));
    }

    [Fact]
    public async Task After14FailedGraphs_TheRestIsNotTried()
    {
        await using var server = await EmulatorServer.StartAsync();
        var failing = Enumerable.Range(0, 14).Select(index => Graph($"bad{index}", Post("a", "Account", new { })));

        var answer = await RunAsync(server, [.. failing, Graph("late", Post("a", "Account", new { Name = "A" }))]);

        Assert.Equal(["PROCESSING_HALTED"], Codes(answer.Json.GetProperty("graphs")[14]));
        Assert.Equal(0, await CountAsync(server));
    }

    [Fact]
    public async Task GraphsBeyondTheLimits_AreRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var node = Post("a", "Account", new { Name = "A" });
        var chain = Enumerable.Range(1, 16).Select(index => Post($"n{index}", "Account", new { Name = $"@{{n{index - 1}.id}}" }));

        Assert.Equal("The request has 76 graphs, more than the limit of 75.", (await RunAsync(server, [.. Enumerable.Range(0, 76).Select(index => Graph($"g{index}", node))])).ErrorMessage);
        Assert.Equal("The request has 501 nodes, more than the limit of 500.", (await RunAsync(server, Graph("g", [.. Enumerable.Range(0, 501).Select(index => Post($"n{index}", "Account", new { }))]))).ErrorMessage);
        Assert.Equal("The request has 16 levels, more than the limit of 15.", (await RunAsync(server, Graph("g", [.. chain]))).ErrorMessage);
        Assert.Equal("INVALID_INPUT", (await RunAsync(server, Graph("g", Get("q", "query?q=SELECT+Id+FROM+User")))).ErrorCode);
        Assert.Equal(0, await CountAsync(server));
    }

    [Fact]
    public async Task Before50_ThereAreNoGraphs()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("/services/data/v49.0/composite/graph", new { graphs = Array.Empty<object>() });

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.ErrorCode));
    }

    private static object Graph(string graphId, params object[] compositeRequest) => new { graphId, compositeRequest };

    private static Task<RestAnswer> RunAsync(EmulatorServer server, params object[] graphs) => server.PostAsync("composite/graph", new { graphs });

    private static string[] Codes(JsonElement graph) =>
        [.. graph.GetProperty("graphResponse").GetProperty("compositeResponse").EnumerateArray()
            .Select(result => result.GetProperty("body")[0].GetProperty("errorCode").GetString()!)];
}
