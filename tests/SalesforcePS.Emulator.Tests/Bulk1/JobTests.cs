using System.Net;
using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

public sealed class JobTests
{
    private static readonly string[] RecordedOrder =
    [
        "id", "operation", "object", "createdById", "createdDate", "systemModstamp", "state", "concurrencyMode", "contentType",
        "numberBatchesQueued", "numberBatchesInProgress", "numberBatchesCompleted", "numberBatchesFailed", "numberBatchesTotal",
        "numberRecordsProcessed", "numberRetries", "apiVersion", "numberRecordsFailed", "totalProcessingTime",
        "apiActiveProcessingTime", "apexProcessingTime",
    ];

    [Fact]
    public async Task NewJob_HasItsMembersInTheRecordedOrder()
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.PostJobAsync("<operation>insert</operation><object>contact</object><contentType>CSV</contentType>");

        Assert.Equal((HttpStatusCode.Created, "application/xml"), (answer.Status, answer.ContentType));
        Assert.Equal(AsyncClient.Dataload + "jobInfo", answer.Xml.Name);
        Assert.Equal(RecordedOrder, answer.Xml.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(("Contact", "Open", "Parallel", "68.0"), (answer.Value("object"), answer.Value("state"), answer.Value("concurrencyMode"), answer.Value("apiVersion")));
        Assert.StartsWith("750", answer.Value("id"), StringComparison.Ordinal);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", answer.Value("createdDate"));
    }

    [Fact]
    public async Task JsonJob_AnswersInJsonThroughout()
    {
        await using var client = await AsyncClient.StartAsync();

        var created = await client.SendAsync(
            HttpMethod.Post, "job", """{"operation":"insert","object":"Account","contentType":"JSON"}""", "application/json");
        var read = await client.GetAsync($"job/{created.Value("id")}");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("application/json", read.ContentType);
        Assert.Equal(JsonValueKind.Number, read.Json.GetProperty("apiVersion").ValueKind);
        Assert.Equal("68.0", read.Json.GetProperty("apiVersion").GetRawText());
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("externalIdFieldName").ValueKind);
        Assert.EndsWith("+0000", read.Value("createdDate"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "Parallel")]
    [InlineData("1", "Serial")]
    [InlineData("\"Serial\"", "Serial")]
    public async Task JsonJob_TakesItsModeByPlaceToo(string mode, string expected)
    {
        await using var client = await AsyncClient.StartAsync();

        var created = await client.SendAsync(
            HttpMethod.Post, "job", $$"""{"operation":"insert","object":"Account","contentType":"JSON","concurrencyMode":{{mode}}}""", "application/json");

        Assert.Equal((HttpStatusCode.Created, expected), (created.Status, created.Value("concurrencyMode")));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("0.5")]
    public async Task JsonJobWithAModeThatThereIsNot_IsRefused(string mode)
    {
        await using var client = await AsyncClient.StartAsync();

        var refused = await client.SendAsync(
            HttpMethod.Post, "job", $$"""{"operation":"insert","object":"Account","contentType":"JSON","concurrencyMode":{{mode}}}""", "application/json");

        Assert.Equal("InvalidJob", refused.Value("exceptionCode"));
        Assert.Equal($"'{mode}' is not a valid concurrencyMode", refused.Value("exceptionMessage"));
    }

    [Fact]
    public async Task CsvJobAskedForInJson_AnswersInXmlOnceItIsKnown()
    {
        await using var client = await AsyncClient.StartAsync();

        var created = await client.SendAsync(
            HttpMethod.Post, "job", """{"operation":"insert","object":"Account","contentType":"CSV"}""", "application/json; charset=utf-8");
        var read = await client.GetAsync($"job/{created.Value("id")}");

        Assert.Equal("application/json", created.ContentType);
        Assert.Equal("application/xml", read.ContentType);
    }

    [Theory]
    [InlineData("<object>Account</object>", "InvalidJob")]
    [InlineData("<operation>insert</operation>", "InvalidJob")]
    [InlineData("<operation>Insert</operation><object>Account</object>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Nothing__c</object>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Account</object><contentType>YAML</contentType>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Account</object><concurrencyMode>serial</concurrencyMode>", "InvalidJob")]
    [InlineData("<operation>upsert</operation><object>Account</object>", "InvalidJob")]
    [InlineData("<operation>upsert</operation><object>Account</object><externalIdFieldName>Phone</externalIdFieldName>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Profile</object>", "InvalidEntity")]
    [InlineData("<object>Account</object><operation>insert</operation>", "InvalidXml")]
    [InlineData("<operation>insert</operation><surprise>1</surprise>", "InvalidXml")]
    [InlineData("<operation>insert", "InvalidXml")]
    public async Task WrongJob_IsRefused(string members, string code)
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.PostJobAsync(members);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ExceptionCode));
    }

    [Fact]
    public async Task RefusalOfAJsonRequest_IsJson()
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.SendAsync(HttpMethod.Post, "job", "{", "application/json");

        Assert.Equal((HttpStatusCode.BadRequest, "ClientInputError"), (answer.Status, answer.Json.GetProperty("exceptionCode").GetString()));
        Assert.NotEmpty(answer.Json.GetProperty("exceptionMessage").GetString()!);
    }

    [Theory]
    [InlineData("30.0", "InvalidVersion")]
    [InlineData("69.0", "InvalidVersion")]
    [InlineData("latest", "InvalidVersion")]
    public async Task UnsupportedVersion_IsRefused(string version, string code)
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.SendAsync(HttpMethod.Get, "job/750000000000001", version: version);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ExceptionCode));
    }

    [Fact]
    public async Task OtherVersionThanTheJobs_IsRefused()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");

        var answer = await client.SendAsync(HttpMethod.Get, $"job/{job}", version: "67.0");

        Assert.Equal("InvalidVersion", answer.ExceptionCode);
    }

    [Fact]
    public async Task EndedSession_IsRefusedAsClientsExpect()
    {
        await using var client = await AsyncClient.StartAsync();
        client.Server.SessionId = "gone";

        var answer = await client.GetAsync("job/750000000000001");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("<exceptionCode>InvalidSessionId</exceptionCode>", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Invalid session id", answer.ExceptionMessage);
    }

    [Theory]
    [InlineData("job/750000000000001", "InvalidJob")]
    [InlineData("nothing/there", "InvalidUrl")]
    public async Task UnknownThings_AreRefused(string path, string code)
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ExceptionCode));
    }

    [Fact]
    public async Task MethodThatAJobDoesNotHave_IsRefused()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");

        var answer = await client.SendAsync(HttpMethod.Delete, $"job/{job}");

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidUrl"), (answer.Status, answer.ExceptionCode));
    }

    [Fact]
    public async Task EveryRequest_CountsAgainstTheLimit()
    {
        await using var client = await AsyncClient.StartAsync(new() { DailyApiLimit = 2 });
        var job = await client.CreateJobAsync("insert", "Account");
        await client.GetAsync($"job/{job}");

        var answer = await client.GetAsync($"job/{job}");

        Assert.Equal(("ExceededQuota", "TotalRequests Limit exceeded."), (answer.ExceptionCode, answer.ExceptionMessage));
    }
}
