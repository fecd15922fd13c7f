using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class CompositeTests
{
    private const string Root = "/services/data/v68.0";
    private const string Halted = """[{"message":"The transaction was rolled back since another operation in the same transaction failed.","errorCode":"PROCESSING_HALTED"}]""";

    [Fact]
    public async Task Reference_IsReplacedInUrlAndBody()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RunAsync(server, allOrNone: true,
            Post("account", "Account", new { Name = "A & B" }),
            Post("contact", "Contact", new { LastName = "L", AccountId = "@{account.id}", Description = "of @{account.id}" }),
            Get("read", "sobjects/Account/@{account.id}?fields=Name,NumberOfEmployees"),
            Get("found", "query?q=SELECT+Id,AccountId+FROM+Contact+WHERE+Account.Name='@{read.Name}'"),
            Patch("renamed", "sobjects/Account/@{found.records[0].AccountId}", new { Name = "@{read.Name}!", NumberOfEmployees = "@{read.NumberOfEmployees}" }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([201, 201, 200, 200, 204], Statuses(answer));
        var account = Body(answer, 0).GetProperty("id").GetString();
        Assert.Equal($"{Root}/sobjects/Account/{account}", Result(answer, 0).GetProperty("httpHeaders").GetProperty("Location").GetString());
        Assert.Equal(["body", "httpHeaders", "httpStatusCode", "referenceId"], Result(answer, 0).EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Null, Body(answer, 4).ValueKind);
        Assert.Equal("A & B!", (await server.GetAsync($"sobjects/Account/{account}")).Json.GetProperty("Name").GetString());
        var contact = await server.GetAsync($"sobjects/Contact/{Body(answer, 1).GetProperty("id").GetString()}");
        Assert.Equal($"of {account}", contact.Json.GetProperty("Description").GetString());
    }

    [Fact]
    public async Task AllOrNone_RollsEverythingBackAndTellsOfEach()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RunAsync(server, allOrNone: true, Post("one", "Account", new { Name = "A" }), Post("two", "Account", new { }), Post("three", "Account", new { Name = "C" }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([400, 400, 400], Statuses(answer));
        Assert.Equal(Halted, Body(answer, 0).GetRawText());
        Assert.Equal("REQUIRED_FIELD_MISSING", Body(answer, 1)[0].GetProperty("errorCode").GetString());
        Assert.Equal(Halted, Body(answer, 2).GetRawText());
        Assert.Equal(0, await CountAsync(server));
    }

    [Fact]
    public async Task WithoutAllOrNone_TheRestIsDone()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RunAsync(server, allOrNone: false,
            Post("one", "Account", new { }),
            Post("two", "Contact", new { LastName = "L", AccountId = "@{one.id}" }),
            Post("three", "Account", new { Name = "C" }));

        Assert.Equal([400, 400, 201], Statuses(answer));
        var error = Body(answer, 1)[0];
        Assert.Equal("PROCESSING_HALTED", error.GetProperty("errorCode").GetString());
        Assert.StartsWith("Invalid reference specified. No value for one.id found in one.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(server));
    }

    [Theory]
    [InlineData("51.0", 400)]
    [InlineData("52.0", 201)]
    public async Task ReferenceToAnEmptyField_GivesNullFrom52On(string version, int status)
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.PostAsync($"/services/data/v{version}/composite", new
        {
            compositeRequest = new[]
            {
                Get("read", $"sobjects/Account/{id}?fields=Phone"),
                Post("made", "Account", new { Name = "B", Phone = "@{read.Phone}" }),
            },
        });

        Assert.Equal([200, status], Statuses(answer));
    }

    [Fact]
    public async Task CollectionWithABadRecord_RollsBackTheCompositeButKeepsItsOwnWords()
    {
        await using var server = await EmulatorServer.StartAsync();
        var records = new object[] { new { attributes = new { type = "Account" }, Name = "Good" }, new { attributes = new { type = "Account" } } };

        var answer = await RunAsync(server, allOrNone: true,
            new { method = "POST", url = $"{Root}/composite/sobjects", referenceId = "many", body = new { records } },
            Post("one", "Account", new { Name = "A" }));

        Assert.Equal([200, 400], Statuses(answer));
        Assert.True(Body(answer, 0)[0].GetProperty("success").GetBoolean());
        Assert.Equal(0, await CountAsync(server));
    }

    [Fact]
    public async Task SubrequestHeaders_ReachTheirResource()
    {
        await using var server = await EmulatorServer.StartAsync();
        var later = server.Org.Started.AddDays(1).ToString("R", System.Globalization.CultureInfo.InvariantCulture);

        var answer = await RunAsync(server, allOrNone: false,
            new { method = "GET", url = $"{Root}/sobjects/Account/describe", referenceId = "info", httpHeaders = new Dictionary<string, string> { ["If-Modified-Since"] = later } });

        Assert.Equal([304], Statuses(answer));
    }

    [Fact]
    public async Task WholeComposite_IsOneCall()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RunAsync(server, allOrNone: false, Get("one", "sobjects"), Get("two", "sobjects"));

        Assert.Equal("api-usage=1/100000", answer.Header("Sforce-Limit-Info"));
        Assert.Single(server.Org.Requests.Snapshot());
    }

    [Theory]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/services/data/v68.0/sobjects","referenceId":"a[1]"}]}""", "JSON_PARSER_ERROR", "Provided referenceId ('a[1]') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/services/data/v68.0/sobjects","referenceId":"a"},{"method":"GET","url":"/services/data/v68.0/sobjects","referenceId":"a"}]}""", "JSON_PARSER_ERROR", "Duplicate referenceId 'a': give each subrequest one of its own.")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/sobjects","referenceId":"a"}]}""", "JSON_PARSER_ERROR", "The url '/sobjects' of a subrequest must start with /services/data/vXX.X/.")]
    [InlineData("""{"compositeRequest":[{"method":"get","url":"/services/data/v68.0/sobjects","referenceId":"a"}]}""", "JSON_PARSER_ERROR", "The method 'get' of a subrequest is none of DELETE, GET, PATCH, POST, PUT.")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/services/data/v68.0/sobjects","referenceId":"a","httpHeaders":{"Accept":"*/*"}}]}""", "JSON_PARSER_ERROR", "The header Accept of a subrequest is that of the whole request and must not be given.")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/services/data/v68.0/composite","referenceId":"a"}]}""", "INVALID_INPUT", "The resource /services/data/v68.0/composite cannot be called in a subrequest: send a request of its own.")]
    [InlineData("{}", "JSON_PARSER_ERROR", "The member compositeRequest must be an array.")]
    public async Task WrongForm_RefusesTheWholeCall(string body, string errorCode, string message)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite", body);

        Assert.Equal((HttpStatusCode.BadRequest, errorCode, message), (answer.Status, answer.ErrorCode, answer.ErrorMessage));
    }

    [Theory]
    [InlineData(26, "sobjects", "The request has 26 subrequests, more than the limit of 25.")]
    [InlineData(6, "query?q=SELECT+Id+FROM+User", "The request has 6 query and sObject collections subrequests, more than the limit of 5.")]
    public async Task TooManySubrequests_AreRefused(int count, string resource, string message)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await RunAsync(server, allOrNone: false, [.. Enumerable.Range(0, count).Select(index => Get($"r{index}", resource))]);

        Assert.Equal(("LIMIT_EXCEEDED", message), (answer.ErrorCode, answer.ErrorMessage));
    }

    [Fact]
    public async Task List_NamesTheCompositeResources()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("composite");

        Assert.Equal($"{Root}/composite/tree", answer.Json.GetProperty("tree").GetString());
        Assert.Equal(["tree", "batch", "sobjects", "graph"], answer.Json.EnumerateObject().Select(member => member.Name));
    }

    internal static object Post(string id, string type, object body) => new { method = "POST", url = $"{Root}/sobjects/{type}", referenceId = id, body };

    internal static object Patch(string id, string path, object body) => new { method = "PATCH", url = $"{Root}/{path}", referenceId = id, body };

    internal static object Get(string id, string path) => new { method = "GET", url = $"{Root}/{path}", referenceId = id, body = (object?)null };

    internal static async Task<int> CountAsync(EmulatorServer server) =>
        (await server.GetAsync("query?q=SELECT+COUNT()+FROM+Account")).Json.GetProperty("totalSize").GetInt32();

    private static Task<RestAnswer> RunAsync(EmulatorServer server, bool allOrNone, params object[] compositeRequest) =>
        server.PostAsync("composite", new { allOrNone, compositeRequest });

    private static JsonElement Result(RestAnswer answer, int index) => answer.Json.GetProperty("compositeResponse")[index];

    private static JsonElement Body(RestAnswer answer, int index) => Result(answer, index).GetProperty("body");

    private static int[] Statuses(RestAnswer answer) =>
        [.. answer.Json.GetProperty("compositeResponse").EnumerateArray().Select(result => result.GetProperty("httpStatusCode").GetInt32())];
}
