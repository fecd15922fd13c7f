using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Rest;

public sealed class RestApiTests
{
    [Theory]
    [InlineData("limits", "/services/data/v68.0/limits")]
    [InlineData("query?q=SELECT Id FROM Account", "/services/data/v68.0/query?q=SELECT%20Id%20FROM%20Account")]
    [InlineData("/services/apexrest/x", "/services/apexrest/x")]
    [InlineData("services/data/v60.0/limits", "/services/data/v60.0/limits")]
    [InlineData("https://org.my.salesforce.com/id/1", "/id/1")]
    [InlineData("https://ORG.my.salesforce.com:443/id/1", "/id/1")]
    [InlineData("https://org.my.salesforce.com//evil.example/x", "//evil.example/x")]
    public async Task AddressOfTheInstance_IsResolved(string address, string path)
    {
        using var connection = await new FakeOrg().ConnectAsync();

        Assert.Equal(path, new RestApi(connection).Resolve(address));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://org.my.salesforce.com/limits")]
    [InlineData("https://org.my.salesforce.com:8443/limits")]
    [InlineData("https://org.my.salesforce.com.evil.example/limits")]
    [InlineData("https://org.my.salesforce.com@evil.example/limits")]
    [InlineData("//evil.example/limits")]
    [InlineData(@"\\evil.example\limits")]
    [InlineData("javascript:alert(1)")]
    public async Task AddressOfAnotherHost_IsRefused(string address)
    {
        using var connection = await new FakeOrg().ConnectAsync();

        var error = Assert.Throws<SalesforceException>(() => new RestApi(connection).Resolve(address));

        Assert.Equal("FOREIGN_ADDRESS", error.ErrorCode);
        Assert.Contains(address, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PathOfTwoSlashes_IsNotReadAsAHost()
    {
        var org = new FakeOrg { On = request => request.Path.StartsWith("//evil", StringComparison.Ordinal) ? Answers.Json("{}") : null };
        using var connection = await org.ConnectAsync();
        var api = new RestApi(connection);

        await api.SendAsync(new RestApiRequest(HttpMethod.Get, api.Resolve($"{FakeOrg.Instance}//evil.example/x")));

        Assert.Equal("org.my.salesforce.com", org.Requests[^1].Uri.Host);
    }

    [Fact]
    public async Task NextPageOfAnotherHost_IsNotFollowed()
    {
        var org = new FakeOrg { Query = _ => """{"records":[],"nextRecordsUrl":"https://evil.example/next"}""" };
        using var connection = await org.ConnectAsync();

        var error = await Assert.ThrowsAsync<SalesforceException>(() => ReadAllAsync(new RestApi(connection), "query?q=x"));

        Assert.Equal("FOREIGN_ADDRESS", error.ErrorCode);
        Assert.DoesNotContain(org.Requests, request => request.Uri.Host == "evil.example");
    }

    [Fact]
    public async Task PagesOfEitherName_AreFollowedToTheLast()
    {
        var org = new FakeOrg { Query = _ => """{"n":1,"nextRecordsUrl":"/services/data/v68.0/query/2"}""" };
        org.Pages["/services/data/v68.0/query/2"] = """{"n":2,"nextPageUrl":"/services/data/v68.0/query/3"}""";
        org.Pages["/services/data/v68.0/query/3"] = """{"n":3,"nextPageUrl":null}""";
        using var connection = await org.ConnectAsync();

        Assert.Equal(3, await ReadAllAsync(new RestApi(connection), "query?q=x"));
    }

    [Fact]
    public async Task PagesThatGoRoundInACircle_EndWithAnError()
    {
        var org = new FakeOrg { Query = _ => """{"nextRecordsUrl":"/services/data/v68.0/query?q=x"}""" };
        using var connection = await org.ConnectAsync();

        var error = await Assert.ThrowsAsync<ProtocolException>(() => ReadAllAsync(new RestApi(connection), "query?q=x"));

        Assert.Contains("circle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadThatBreaksOff_BeginsAgainAndTheFileIsWhole()
    {
        var downloads = 0;
        var org = new FakeOrg
        {
            On = request => !request.Path.EndsWith("/blob", StringComparison.Ordinal) ? null
                : ++downloads == 1 ? Answers.BrokenOff("half of the con") : Answers.Json("the whole content"),
        };
        using var connection = await org.ConnectAsync();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "blob");
            await new RestApi(connection).SaveAsync(new RestApiRequest(HttpMethod.Get, "/blob"), file);

            Assert.Equal("the whole content", await File.ReadAllTextAsync(file));
            Assert.Equal([file], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task BytesAndHeaders_GoAsTheyAre()
    {
        var org = new FakeOrg { On = request => request.Path == "/x" ? Answers.Json("{}") : null };
        using var connection = await org.ConnectAsync();

        await new RestApi(connection).SendAsync(new RestApiRequest(HttpMethod.Put, "/x")
        {
            Body = "a;b"u8.ToArray(),
            ContentType = "text/csv; charset=UTF-8",
            Headers = [new("Sforce-Auto-Assign", "FALSE"), new("Content-Language", "de")],
        });

        var sent = org.Requests[^1];
        Assert.Equal(("a;b", "text/csv; charset=UTF-8", "FALSE", "de"), (sent.Body, sent.Headers["Content-Type"], sent.Headers["Sforce-Auto-Assign"], sent.Headers["Content-Language"]));
        Assert.Equal("Bearer 00D!token1", sent.Authorization);
    }

    private static async Task<int> ReadAllAsync(RestApi api, string address)
    {
        var pages = 0;
        await foreach (var _ in api.ReadPagesAsync(new RestApiRequest(HttpMethod.Get, api.Resolve(address))))
            pages++;
        return pages;
    }
}
