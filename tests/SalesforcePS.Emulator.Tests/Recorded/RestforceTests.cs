using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Recorded.RecordedFile;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class RestforceTests
{
    [Fact]
    [Recorded(Restforce + "services_data_success_response.json")]
    public async Task Versions_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        JsonShape.AssertSame(Json(Restforce + "services_data_success_response.json")[0], (await server.GetAsync("/services/data")).Json[0]);
    }

    [Fact]
    [Recorded(Restforce + "expired_session_response.json")]
    public async Task ExpiredSession_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        server.SessionId = "expired";

        var answer = await server.GetAsync("sobjects");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(Json(Restforce + "expired_session_response.json").GetRawText(), answer.Text);
    }

    [Theory]
    [Recorded(Restforce + "sobject__list_sobjects_success_response.json")]
    [Recorded(Restforce + "sobject__describe_sobjects_success_response.json")]
    [InlineData("sobject__list_sobjects_success_response.json")]
    [InlineData("sobject__describe_sobjects_success_response.json")]
    public async Task DescribeGlobal_AnswersAsRecorded(string file)
    {
        await using var server = await WhizbangOrg.StartAsync();

        JsonShape.AssertContains(Json(Restforce + file), (await server.GetAsync("/services/data/v31.0/sobjects")).Json);
    }

    [Fact]
    [Recorded(Restforce + "sobject__sobject_describe_success_response.json")]
    public async Task Describe_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var recorded = Json(Restforce + "sobject__sobject_describe_success_response.json");

        var answer = (await server.GetAsync($"sobjects/{WhizbangOrg.Type}/describe")).Json;

        JsonShape.AssertContains(recorded, answer);
        Assert.All(answer.GetProperty("fields").EnumerateArray(), field => JsonShape.AssertContains(recorded.GetProperty("fields")[0], field));
    }

    [Fact]
    [Recorded(Restforce + "sobject__sobject_describe_error_response.json")]
    public async Task DescribeOfAnUnknownObject_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        AssertError("sobject__sobject_describe_error_response.json", HttpStatusCode.NotFound, await server.GetAsync("sobjects/Nothing__c/describe"));
    }

    [Fact]
    [Recorded(Restforce + "sobject__create_success_response.json")]
    public async Task Create_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        var answer = await server.PostAsync($"sobjects/{WhizbangOrg.Type}", new { });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        JsonShape.AssertSame(Json(Restforce + "sobject__create_success_response.json"), answer.Json);
    }

    [Fact]
    [Recorded(Restforce + "sobject__write_error_response.json")]
    public async Task WriteOfAnUnknownField_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        var answer = await server.PostAsync($"sobjects/{WhizbangOrg.Type}", new { foo = 1 });

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_FIELD", "No such column 'foo' on sobject of type Whizbang__c"), (answer.Status, answer.ErrorCode, answer.ErrorMessage));
        JsonShape.AssertSame(Json(Restforce + "sobject__write_error_response.json")[0], answer.Json[0], isOrdered: true);
    }

    [Fact]
    [Recorded(Restforce + "sobject__upsert_created_success_response.json")]
    [Recorded(Restforce + "sobject__upsert_updated_success_response.json")]
    public async Task Upsert_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        const string Path = "/services/data/v45.0/sobjects/Whizbang__c/External_Field__c/E";

        var created = await server.PatchAsync(Path, new { });
        var updated = await server.PatchAsync(Path, new { });

        Assert.Equal(HttpStatusCode.Created, created.Status);
        JsonShape.AssertSame(Json(Restforce + "sobject__upsert_created_success_response.json"), created.Json);
        Assert.Equal((HttpStatusCode.NoContent, await File.ReadAllTextAsync(RecordedFile.Path(Restforce + "sobject__upsert_updated_success_response.json"), TestContext.Current.CancellationToken)), (updated.Status, updated.Text));
    }

    [Fact]
    [Recorded(Restforce + "sobject__upsert_error_response.json")]
    public async Task UpsertByAnUnknownField_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        AssertError("sobject__upsert_error_response.json", HttpStatusCode.NotFound, await server.PatchAsync($"sobjects/{WhizbangOrg.Type}/Namez/x", new { }));
    }

    [Fact]
    [Recorded(Restforce + "sobject__upsert_multiple_error_response.json")]
    public async Task UpsertOfSeveralMatches_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var ids = new[] { await WhizbangOrg.CreateAsync(server, externalId: "E"), await WhizbangOrg.CreateAsync(server, externalId: "E") };

        var answer = await server.PatchAsync($"sobjects/{WhizbangOrg.Type}/External_Field__c/E", new { });

        Assert.Equal(HttpStatusCode.MultipleChoices, answer.Status);
        JsonShape.AssertSame(Json(Restforce + "sobject__upsert_multiple_error_response.json"), answer.Json);
        Assert.Equal(ids.Select(id => $"/services/data/v68.0/sobjects/Whizbang__c/{id}"), answer.Json.EnumerateArray().Select(url => url.GetString()));
    }

    [Fact]
    [Recorded(Restforce + "sobject__delete_error_response.json")]
    public async Task DeleteOfWhatIsNoId_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        AssertError("sobject__delete_error_response.json", HttpStatusCode.NotFound, await server.DeleteAsync($"sobjects/{WhizbangOrg.Type}/rid"));
    }

    [Fact]
    [Recorded(Restforce + "sobject__sobject_find_success_response.json")]
    public async Task Find_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var id = await WhizbangOrg.CreateAsync(server);

        JsonShape.AssertContains(Json(Restforce + "sobject__sobject_find_success_response.json"), WhizbangOrg.WithoutSuffixes((await server.GetAsync($"sobjects/{WhizbangOrg.Type}/{id}")).Json));
    }

    [Fact]
    [Recorded(Restforce + "sobject__sobject_find_error_response.json")]
    public async Task FindOfWhatIsNoId_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        AssertError("sobject__sobject_find_error_response.json", HttpStatusCode.NotFound, await server.GetAsync($"sobjects/{WhizbangOrg.Type}/23foo"));
    }

    [Fact]
    [Recorded(Restforce + "sobject__sobject_select_success_response.json")]
    public async Task Select_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var id = await WhizbangOrg.CreateAsync(server);

        JsonShape.AssertSame(Json(Restforce + "sobject__sobject_select_success_response.json"), (await server.GetAsync($"sobjects/{WhizbangOrg.Type}/{id}?fields=External_Field__c")).Json, isOrdered: true);
    }

    [Fact]
    [Recorded(Restforce + "sobject__list_view_results_success_response.json")]
    public async Task ListViewResults_AnswerAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        var recorded = Json(Restforce + "sobject__list_view_results_success_response.json");
        await server.CreateAsync("Account", new { Name = "Burlington Textiles Corp of America", BillingState = "NC", Phone = "(336) 222-7000", Type = "Customer - Direct" });

        var answer = (await server.GetAsync($"sobjects/Account/listviews/{Text(recorded, "developerName")}/results")).Json;

        JsonShape.AssertSame(recorded, answer, isOrdered: true);
        Assert.Equal(Text(recorded, "label"), Text(answer, "label"));
        Assert.Equal(Text(recorded, "id")!.Length, Text(answer, "id")!.Length);
        Assert.Equal(JsonSerializer.Serialize(recorded.GetProperty("columns")), JsonSerializer.Serialize(answer.GetProperty("columns")));
        var (expected, actual) = (recorded.GetProperty("records")[0].GetProperty("columns"), answer.GetProperty("records")[0].GetProperty("columns"));
        Assert.Equal(expected.EnumerateArray().Select(column => Text(column, "fieldNameOrPath")), actual.EnumerateArray().Select(column => Text(column, "fieldNameOrPath")));
        Assert.Equal(expected.EnumerateArray().Take(5).Select(column => Text(column, "value")), actual.EnumerateArray().Take(5).Select(column => Text(column, "value")));
        Assert.All(actual.EnumerateArray().Skip(7), column => Assert.Matches("^[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9:]{8} GMT [0-9]{4}$", Text(column, "value")));
    }

    [Fact]
    [Recorded(Restforce + "sobject__recent_success_response.json")]
    public async Task Recent_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        await WhizbangOrg.CreateAsync(server);

        JsonShape.AssertSame(Json(Restforce + "sobject__recent_success_response.json")[0], (await server.GetAsync("recent")).Json[0], isOrdered: true);
    }

    [Fact]
    [Recorded(Restforce + "sobject__get_updated_success_response.json")]
    [Recorded(Restforce + "sobject__get_deleted_success_response.json")]
    public async Task UpdatedAndDeleted_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        await WhizbangOrg.CreateAsync(server);
        await server.DeleteAsync($"sobjects/{WhizbangOrg.Type}/{await WhizbangOrg.CreateAsync(server)}");
        var time = $"start={DateTime.UtcNow.AddHours(-1):s}Z&end={DateTime.UtcNow.AddHours(1):s}Z";

        var updated = (await server.GetAsync($"sobjects/{WhizbangOrg.Type}/updated/?{time}")).Json;
        var deleted = (await server.GetAsync($"sobjects/{WhizbangOrg.Type}/deleted/?{time}")).Json;

        JsonShape.AssertSame(Json(Restforce + "sobject__get_updated_success_response.json"), updated);
        JsonShape.AssertSame(Json(Restforce + "sobject__get_deleted_success_response.json"), deleted);
        Assert.Equal((1, 1), (updated.GetProperty("ids").GetArrayLength(), deleted.GetProperty("deletedRecords").GetArrayLength()));
    }

    private static void AssertError(string file, HttpStatusCode status, RestAnswer answer)
    {
        Assert.Equal(status, answer.Status);
        var recorded = Json(Restforce + file)[0];
        JsonShape.AssertSame(recorded, answer.Json[0]);
        Assert.Equal((Text(recorded, "errorCode"), Text(recorded, "message")), (answer.ErrorCode, answer.ErrorMessage));
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();
}
