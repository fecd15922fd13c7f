using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("Sforce-Auto-Assign", "perhaps")]
    [InlineData("Sforce-Auto-Assign", "01Q00000000000")]
    [InlineData("Sforce-Duplicate-Rule-Header", "allowSave")]
    [InlineData("Sforce-Duplicate-Rule-Header", "allowSave=maybe")]
    [InlineData("Sforce-Duplicate-Rule-Header", "allowSaves=true")]
    public async Task WrongValueOfAWrite_IsRefusedAndNothingIsWritten(string header, string value)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.RestAsync(HttpMethod.Post, "sobjects/Account", new { Name = "A" }, (header, value));

        AssertRefused(answer, header);
        Assert.Equal(0, (await server.GetAsync("query?q=SELECT+count()+FROM+Account")).Json.GetProperty("totalSize").GetInt32());
    }

    [Theory]
    [InlineData("Sforce-Auto-Assign", "false")]
    [InlineData("Sforce-Auto-Assign", "01Q000000000000")]
    [InlineData("Sforce-Duplicate-Rule-Header", "allowSave=TRUE; includeRecordDetails = false;runAsCurrentUser=true")]
    public async Task RightValueOfAWrite_IsTaken(string header, string value)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal(HttpStatusCode.Created, (await server.RestAsync(HttpMethod.Post, "sobjects/Account", new { Name = "A" }, (header, value))).Status);
    }

    [Theory]
    [InlineData("batchSize=many")]
    [InlineData("batchSize=")]
    [InlineData("batchSize=-200")]
    [InlineData("200")]
    [InlineData("pageSize=200")]
    public async Task WrongQueryOption_IsRefused(string value)
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertRefused(await server.GetAsync("query?q=SELECT+Id+FROM+Account", ("Sforce-Query-Options", value)), "Sforce-Query-Options");
    }

    [Theory]
    [InlineData("batchSize=1")]
    [InlineData("BatchSize = 200")]
    [InlineData("batchSize=99999999999")]
    public async Task BatchSizeOutsideOfItsLimits_IsBroughtIntoThem(string value)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("query?q=SELECT+Id+FROM+Account", ("Sforce-Query-Options", value))).Status);
    }

    private static void AssertRefused(Support.RestAnswer answer, string header)
    {
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_INPUT"), (answer.Status, answer.ErrorCode));
        Assert.Equal($"The value of the header {header} is not valid.", answer.ErrorMessage);
    }
}
