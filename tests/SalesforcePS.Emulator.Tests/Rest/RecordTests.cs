using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class RecordTests
{
    [Fact]
    public async Task CreateReadUpdateDelete_GoRound()
    {
        await using var server = await EmulatorServer.StartAsync();

        var created = await server.PostAsync("sobjects/Account", """{"Name":"Größe <1>","NumberOfEmployees":7,"AnnualRevenue":100}""");
        var path = $"sobjects/Account/{created.Id}";
        var read = await server.GetAsync($"{path}?fields=Name,NumberOfEmployees,AnnualRevenue,Phone,IsDeleted");
        var updated = await server.PatchAsync(path, """{"Name":"B","NumberOfEmployees":null}""");
        var readAgain = await server.GetAsync(path);
        var deleted = await server.DeleteAsync(path);
        var gone = await server.DeleteAsync(path);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal($$"""{"id":"{{created.Id}}","success":true,"errors":[]}""", created.Text);
        Assert.Equal($"/services/data/v68.0/{path}", created.Header("Location"));
        Assert.Equal(
            $$"""{"attributes":{"type":"Account","url":"/services/data/v68.0/{{path}}"},"Name":"Größe <1>","NumberOfEmployees":7,"AnnualRevenue":100.0,"Phone":null,"IsDeleted":false,"Id":"{{created.Id}}"}""",
            read.Text);
        Assert.Equal((HttpStatusCode.NoContent, ""), (updated.Status, updated.Text));
        Assert.Equal("B", readAgain.Json.GetProperty("Name").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$", readAgain.Json.GetProperty("CreatedDate").GetString()!);
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal((HttpStatusCode.NotFound, "ENTITY_IS_DELETED"), (gone.Status, gone.ErrorCode));
        Assert.Equal("entity is deleted", gone.ErrorMessage);
    }

    [Fact]
    public async Task FifteenCharacterId_IsTaken()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        Assert.Equal(id, (await server.GetAsync($"sobjects/Account/{id[..15]}?fields=Id")).Json.GetProperty("Id").GetString());
    }

    [Fact]
    public async Task FieldOfAParent_IsNoneOfTheRecord()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.GetAsync($"sobjects/Account/{id}?fields=Name,Owner.Name");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_FIELD"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task MissingRequiredField_IsRefusedWithItsName()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("sobjects/Account", """{"Phone":"1"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("""[{"message":"Required fields are missing: [Name]","errorCode":"REQUIRED_FIELD_MISSING","fields":["Name"]}]""", answer.Text);
    }

    [Fact]
    public async Task UnknownField_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("sobjects/Account", """{"Name":"A","FavoritePet__c":"cat"}""");

        Assert.Equal(("INVALID_FIELD", "No such column 'FavoritePet__c' on sobject of type Account"), (answer.ErrorCode, answer.ErrorMessage));
    }

    [Theory]
    [InlineData("sobjects/Account/23foo", HttpStatusCode.NotFound, "Provided external ID field does not exist or is not accessible: 23foo")]
    [InlineData("sobjects/Account/001000000000001AAA", HttpStatusCode.NotFound, "The requested resource does not exist")]
    public async Task UnknownRecord_IsNotFound(string path, HttpStatusCode status, string message)
    {
        await using var server = await EmulatorServer.StartAsync();

        var read = await server.GetAsync(path);
        var updated = await server.PatchAsync(path, new { Name = "A" });
        var deleted = await server.DeleteAsync(path);

        Assert.All([read, updated, deleted], answer => Assert.Equal((status, "NOT_FOUND", message), (answer.Status, answer.ErrorCode, answer.ErrorMessage)));
    }

    [Fact]
    public async Task IdOfAnotherType_IsMalformed()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("sobjects/Account/003000000000001AAA");

        Assert.Equal("""[{"message":"Record ID: id value of incorrect type: 003000000000001AAA","errorCode":"MALFORMED_ID","fields":["Id"]}]""", answer.Text);
    }

    [Fact]
    public async Task IdInTheBody_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.PatchAsync($"sobjects/Account/{id}", new { Id = id, Name = "B" });

        Assert.Equal("INVALID_FIELD", answer.ErrorCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Name":["A"]}""")]
    [InlineData("""{"Name":"\ud83d A"}""")]
    [InlineData("""{"\udE00":"A"}""")]
    public async Task BodyThatIsNoRecord_IsAJsonError(string body)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("sobjects/Account", body);

        Assert.Equal((HttpStatusCode.BadRequest, "JSON_PARSER_ERROR"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task MissingBody_IsAJsonError()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("sobjects/Account", "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("""[{"message":"The HTTP entity body is required, but this request has no entity body.","errorCode":"JSON_PARSER_ERROR"}]""", answer.Text);
    }

    [Fact]
    public async Task BodyThatIsNotUtf8_IsAJsonError()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/data/v68.0/sobjects/Account");
        request.Headers.Authorization = new("Bearer", server.SessionId);
        request.Content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes("{\"Name\":\"Caf\u00e9\"}"));
        request.Content.Headers.ContentType = new("application/json");

        var answer = await server.SendAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, "JSON_PARSER_ERROR", "Invalid UTF-8 byte"), (answer.Status, answer.ErrorCode, answer.ErrorMessage));
    }

    [Fact]
    public async Task BodyThatIsNotJson_IsUnsupported()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/data/v68.0/sobjects/Account");
        request.Headers.Authorization = new("Bearer", server.SessionId);
        request.Content = new StringContent("Name=A", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        var answer = await server.SendAsync(request);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Head_TellsTheHeadersOfGetWithoutABody()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var read = await server.GetAsync($"sobjects/Account/{id}");
        var head = await server.RestAsync(HttpMethod.Head, $"sobjects/Account/{id}");
        var missing = await server.RestAsync(HttpMethod.Head, "sobjects/Nothing__c/describe");

        Assert.Equal((HttpStatusCode.OK, "", read.Header("ETag")), (head.Status, head.Text, head.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal("HEAD", server.Org.Requests.Snapshot()[^1].Method);
    }

    [Fact]
    public async Task MethodInTheQuery_ServesClientsWithoutPatch()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.PostAsync($"sobjects/Account/{id}?_HttpMethod=PATCH", new { Name = "B" });

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
    }
}
