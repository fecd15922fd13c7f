using System.Net;
using System.Net.Http.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Control;

public sealed class FaultTests
{
    [Fact]
    public async Task Status_IsServedAsOftenAsAskedAndThenTheRealAnswer()
    {
        await using var server = await EmulatorServer.StartAsync();
        await PlanAsync(server, new { match = "/limits", count = 2, status = 503, retryAfter = 7 });

        var first = await server.GetAsync("limits");
        var second = await server.GetAsync("limits");
        var third = await server.GetAsync("limits");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.Status);
        Assert.Equal("SERVER_UNAVAILABLE", first.ErrorCode);
        Assert.Equal("7", first.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.Status);
        Assert.Equal(HttpStatusCode.OK, third.Status);
    }

    [Fact]
    public async Task OtherRequests_AreNotTouched()
    {
        await using var server = await EmulatorServer.StartAsync();
        await PlanAsync(server, new { match = "POST /services/data", status = 500 });

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task SoapOperation_IsMatched()
    {
        await using var server = await EmulatorServer.StartAsync();
        await PlanAsync(server, new { match = "getServerTimestamp", status = 502, body = "<html/>" });

        var other = await server.SoapAsync("<getUserInfo/>");
        using var request = EmulatorServer.SoapRequest();
        request.Content = new StringContent($"<e:Envelope xmlns:e='{SoapAnswer.Envelope}'><e:Body><getServerTimestamp xmlns='{SoapAnswer.Partner}'/></e:Body></e:Envelope>");
        var matched = await server.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Equal((HttpStatusCode.BadGateway, "<html/>"), (matched.Status, matched.Text));
    }

    [Theory]
    [InlineData("before", false)]
    [InlineData("after", true)]
    public async Task ClosedConnection_LosesTheAnswer(string moment, bool isProcessed)
    {
        await using var server = await EmulatorServer.StartAsync();
        await PlanAsync(server, new { match = "sobjects/Account", closeConnection = moment });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync("sobjects/Account", new { Name = "Lost" }));

        var entry = Assert.Single(server.Org.Requests.Snapshot());
        Assert.Equal(0, entry.Status);
        var accounts = server.Org.Reader.FindBy(server.Org.Schema.Find("Account")!, server.Org.Schema.Find("Account")!.NameField!, "Lost");
        Assert.Equal(isProcessed ? 1 : 0, accounts.Count);
    }

    [Fact]
    public async Task ClosedSoapConnection_LosesTheAnswer()
    {
        await using var server = await EmulatorServer.StartAsync();
        await PlanAsync(server, new { match = "logout", closeConnection = "after" });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.SoapAsync("<logout/>"));

        Assert.Equal("logout", Assert.Single(server.Org.Requests.Snapshot()).SoapOperation);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task Delay_GivesTheRealAnswerLater()
    {
        await using var server = await EmulatorServer.StartAsync();
        await PlanAsync(server, new { match = "limits", delayMs = 1 });

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("limits")).Status);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""[{"statuss":500}]""")]
    [InlineData("""[{"closeConnection":"later"}]""")]
    public async Task BadPlan_IsRefused(string plan)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal("JSON_PARSER_ERROR", (await server.PostAsync("/__emulator/faults", plan)).ErrorCode);
    }

    private static async Task PlanAsync(EmulatorServer server, object fault)
    {
        using var response = await server.Client.PostAsJsonAsync("/__emulator/faults", new[] { fault });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
