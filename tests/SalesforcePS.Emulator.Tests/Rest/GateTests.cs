using System.Net;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class GateTests
{
    [Fact]
    public async Task Versions_AreListedWithoutASessionAndWithoutBeingCounted()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/services/data");

        var answer = await server.SendAsync(request);

        Assert.Equal("""{"label":"Summer '14","url":"/services/data/v31.0","version":"31.0"}""", answer.Json[0].GetRawText());
        Assert.Equal("""{"label":"Winter '27","url":"/services/data/v68.0","version":"68.0"}""", answer.Json[37].GetRawText());
        Assert.Equal(38, answer.Json.GetArrayLength());
        Assert.Null(answer.Header("Sforce-Limit-Info"));
        Assert.Equal(0, server.Org.Usage.Used);
    }

    [Theory]
    [InlineData("/services/data/v68.0")]
    [InlineData("/services/data/latest")]
    [InlineData("//services//data/v68.0/")]
    public async Task VersionRoot_NamesItsResources(string path)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync(server.Url + path);

        Assert.Equal("/services/data/v68.0/query", answer.Json.GetProperty("query").GetString());
        Assert.EndsWith(server.Org.Identity.UserId, answer.Json.GetProperty("identity").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services/data/v20.0/limits", HttpStatusCode.Gone, "GONE")]
    [InlineData("/services/data/v30.0/limits", HttpStatusCode.Gone, "GONE")]
    [InlineData("/services/data/v69.0/limits", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/services/data/v68/limits", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/services/data/v68.0/nothing", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/services/data/v68.0/sobjects/Nothing/describe", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task WhatDoesNotExist_IsRefused(string path, HttpStatusCode status, string errorCode)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync(path);

        Assert.Equal((status, errorCode), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("GET", "/services/apexrest/Orders/1")]
    [InlineData("POST", "/services/apexrest/Orders")]
    [InlineData("PUT", "/services/apexrest")]
    public async Task ApexRest_HasNoClasses(string method, string path)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.RestAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("""[{"message":"Could not find a match for URL","errorCode":"NOT_FOUND"}]""", answer.Text);
        Assert.Equal("api-usage=1/100000", answer.Header("Sforce-Limit-Info"));
        server.SessionId = "00D!unknown";
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.RestAsync(new HttpMethod(method), path)).Status);
    }

    [Theory]
    [InlineData("/cometd/59.0/handshake")]
    [InlineData("/services/oauth2/device")]
    [InlineData("/services/wave")]
    [InlineData("/lightning")]
    public async Task WhatNoRouteLeadsTo_IsToldInJson(string path)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync(path, "[]");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("""[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]""", answer.Text);
    }

    [Fact]
    public async Task NotFound_HasItsMembersInTheRecordedOrder()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("nothing");

        Assert.Equal("""[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]""", answer.Text);
    }

    [Fact]
    public async Task UnknownSession_IsUnauthorizedWithoutLimits()
    {
        await using var server = await EmulatorServer.StartAsync();
        server.SessionId = "00D!unknown";

        var answer = await server.GetAsync("limits");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("""[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""", answer.Text);
        Assert.Equal("Token", answer.Header("WWW-Authenticate"));
        Assert.Null(answer.Header("Sforce-Limit-Info"));
    }

    [Fact]
    public async Task Session_LastsTwoHoursFromItsLastCall()
    {
        var clock = new ManualTime();
        await using var server = await EmulatorServer.StartAsync(clock: clock);

        clock.Now += TimeSpan.FromMinutes(119);
        var first = await server.GetAsync("limits");
        clock.Now += TimeSpan.FromMinutes(119);
        var second = await server.GetAsync("limits");
        clock.Now += TimeSpan.FromMinutes(121);
        var late = await server.GetAsync("limits");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized], [first.Status, second.Status, late.Status]);
    }

    [Fact]
    public async Task DailyLimit_CountsEveryCallAndThenRefuses()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { DailyApiLimit = 2 });

        var first = await server.GetAsync("limits");
        await server.GetAsync("nothing");
        var third = await server.GetAsync("limits");

        Assert.Equal("api-usage=1/2", first.Header("Sforce-Limit-Info"));
        Assert.Equal(1, first.Json.GetProperty("DailyApiRequests").GetProperty("Remaining").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, third.Status);
        Assert.Equal("""[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""", third.Text);
        Assert.Equal("api-usage=2/2", third.Header("Sforce-Limit-Info"));
    }

    [Fact]
    public async Task WrongMethod_IsNotAllowed()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.RestAsync(HttpMethod.Put, "sobjects/Account", new { Name = "A" });

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED"), (answer.Status, answer.ErrorCode));
    }
}
