using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Control;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Requests_AreListedInOrderWithWhatTheyWere()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.PostAsync("sobjects/Account", """{"Name":"A"}""");
        await server.SoapAsync("<getUserInfo/>");

        var log = (await server.GetAsync("/__emulator/requests")).Json;

        Assert.Equal(2, log.GetArrayLength());
        Assert.Equal(
            ["method", "path", "status", "soapOperation", "requestBytes", "responseBytes"],
            log[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("POST", log[0].GetProperty("method").GetString());
        Assert.Equal("/services/data/v68.0/sobjects/Account", log[0].GetProperty("path").GetString());
        Assert.Equal(201, log[0].GetProperty("status").GetInt32());
        Assert.Equal(12, log[0].GetProperty("requestBytes").GetInt32());
        Assert.True(log[0].GetProperty("responseBytes").GetInt32() > 0);
        Assert.Equal("getUserInfo", log[1].GetProperty("soapOperation").GetString());
    }

    [Fact]
    public async Task Delete_EmptiesTheLog()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.GetAsync("limits");

        Assert.Equal(HttpStatusCode.NoContent, (await server.DeleteAsync("/__emulator/requests")).Status);

        Assert.Equal(0, (await server.GetAsync("/__emulator/requests")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Reset_BringsTheSeedBackAndKeepsSessions()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        Assert.Equal(HttpStatusCode.NoContent, (await server.PostAsync("/__emulator/reset", "")).Status);

        Assert.Equal(0, server.Org.Usage.Used);
        Assert.Empty(server.Org.Requests.Snapshot());
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/Account/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"sobjects/User/{server.Org.Identity.UserId}")).Status);
    }

    [Fact]
    public async Task ExpireSessions_EndsThemAll()
    {
        await using var server = await EmulatorServer.StartAsync();

        await server.PostAsync("/__emulator/expire-sessions", "");

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("limits")).Status);
    }
}
