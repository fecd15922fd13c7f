using System.Net;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Query;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Query;

public sealed class BulkPagingTests
{
    private const string Soql = "SELECT Id, Name FROM Account";

    private static readonly QueryOptions OneByOne = new() { Api = QueryApi.Bulk, ThrottleLimit = 1 };

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Pages_ComeInOrder(int throttleLimit)
    {
        var org = Three();

        var rows = await org.ReadAsync(Soql, OneByOne with { ThrottleLimit = throttleLimit });

        Assert.Equal(Names(0, 5000), rows.Select(row => row.Value("Name")));
        Assert.Equal(throttleLimit > 1, org.JobRequests.Any(request => request.Path.EndsWith("/resultPages", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task UnorderedPages_AreAllThere()
    {
        var rows = await Three().ReadAsync(Soql, new QueryOptions { Api = QueryApi.Bulk, Unordered = true });

        Assert.Equal(Names(0, 5000).Order(StringComparer.Ordinal), rows.Select(row => (string)row.Value("Name")!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(30_000)]
    public async Task PageThatBreaksOff_IsFetchedAgainAndNothingDoubled(int bytes)
    {
        var pages = Three().Pages;
        var org = new QueryOrg(pages) { OnPage = (page, attempt) => page == 1 && attempt < 3 ? Broken(pages[1], bytes) : null };

        var rows = await org.ReadAsync(Soql);

        Assert.Equal(Names(0, 5000), rows.Select(row => row.Value("Name")));
    }

    [Fact]
    public async Task PageThatKeepsBreaking_IsAConnectionError()
    {
        var pages = Three().Pages;
        var org = new QueryOrg(pages) { OnPage = (page, _) => page == 1 ? Broken(pages[1], 300) : null };

        await Assert.ThrowsAsync<ConnectionException>(() => org.ReadAsync(Soql));
    }

    [Fact]
    public async Task FewerRowsThanTheJobHas_IsAnError()
    {
        var missing = await Assert.ThrowsAsync<ProtocolException>(() => new QueryOrg(Page(0, 3)) { Processed = 4 }.ReadAsync(Soql));

        Assert.Equal("ROWS_MISSING", missing.ErrorCode);
        Assert.StartsWith("The bulk query job 750000000000001AAA found 4 rows, and 3 came.", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FewerRowsThanThePageSays_IsAnError()
    {
        var org = new QueryOrg(Page(0, 3)) { OnPage = (_, _) => QueryOrg.Page(Page(0, 3), rows: 4) };

        var missing = await Assert.ThrowsAsync<ProtocolException>(() => org.ReadAsync(Soql));

        Assert.Equal("ROWS_MISSING", missing.ErrorCode);
    }

    [Fact]
    public async Task MalformedPage_IsAProtocolError()
    {
        var org = new QueryOrg("\"Id\",\"Name\"\n\"1\",\"A\"\n\"2\"\n");

        var malformed = await Assert.ThrowsAsync<ProtocolException>(() => org.ReadAsync(Soql));

        Assert.StartsWith("A result page of a bulk job could not be read:", malformed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoRows_IsNoRows()
    {
        Assert.Empty(await new QueryOrg("\"Id\",\"Name\"\n").ReadAsync(Soql));
        Assert.Empty(await new QueryOrg("") { Processed = 0, OnPage = (_, _) => QueryOrg.Page("", 0) }.ReadAsync(Soql));
    }

    [Fact]
    public async Task SlowReader_DoesNotHoldUpTheDownload()
    {
        var body = new CountedStream(QueryOrg.Csv("\"Id\",\"Name\"", Enumerable.Range(0, 300_000).Select(i => $"\"{i}\",\"A{i}{new string('x', 60)}\"")));
        var org = new QueryOrg(Page(0, 1)) { Processed = 300_000, OnPage = (_, _) => Streamed(body) };
        using var connection = await org.Fake.ConnectAsync();
        var rows = 0;
        await foreach (var chunk in new QueryRunner(connection).ReadPagesAsync(Soql, OneByOne))
        {
            if (rows == 0 && chunk.Count > 0)
                await body.Ended.WaitAsync(TimeSpan.FromSeconds(30));
            rows += chunk.Count;
        }
        Assert.Equal(300_000, rows);
    }

    private static QueryOrg Three() => new(Page(0, 2), Page(2, 2500), Page(2502, 2498));

    private static string Page(int start, int count) => QueryOrg.Csv("\"Id\",\"Name\"", Names(start, count).Select(name => $"\"001{name}\",\"{name}\""));

    private static IEnumerable<string> Names(int start, int count) => Enumerable.Range(start, count).Select(i => $"Ä{i}");

    private static HttpResponseMessage Streamed(Stream body)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) };
        answer.Headers.Add("Sforce-Locator", "null");
        return answer;
    }

    private static HttpResponseMessage Broken(string csv, int bytes)
    {
        var answer = QueryOrg.Page(csv);
        answer.Content = new StreamContent(new BreakingStream(System.Text.Encoding.UTF8.GetBytes(csv)[..bytes]));
        return answer;
    }
}
