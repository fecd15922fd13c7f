using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Query;

public sealed class PagingTests
{
    [Fact]
    public async Task Pages_AreAllReadInOrder()
    {
        var org = Three();

        var rows = await Page.ReadAsync(org, "SELECT Id FROM Account");

        Assert.Equal(["0", "1", "2", "3", "4"], rows.Select(row => row.Value("Id")));
        Assert.Equal(1, org.DescribeCalls);
    }

    [Fact]
    public async Task FewerRowsThanAnnounced_IsAnErrorAfterTheLast()
    {
        var org = Three();
        org.Pages[$"{Page.Next}2"] = Page.Part(5, null, Row(4));
        org.Pages[$"{Page.Next}1"] = Page.Part(5, $"{Page.Next}2", Row(2));

        var missing = await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(org, "SELECT Id FROM Account"));

        Assert.Equal("ROWS_MISSING", missing.ErrorCode);
        Assert.StartsWith("Salesforce announced 5 rows and sent 4:", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RawRowsFewerThanAnnounced_AreAnErrorToo()
    {
        var org = new FakeOrg { Query = _ => Page.Part(3, null, Row(0)) };
        using var connection = await org.ConnectAsync();

        var missing = await Assert.ThrowsAsync<ProtocolException>(
            async () => await new QueryRunner(connection).ReadRawAsync("SELECT Id FROM Account", new QueryOptions()).ToListAsync());

        Assert.Equal("ROWS_MISSING", missing.ErrorCode);
    }

    [Fact]
    public async Task RawRows_KeepTheirAttributesAndComeFromAllPages()
    {
        using var connection = await Three().ConnectAsync();

        var rows = await new QueryRunner(connection).ReadRawAsync("SELECT Id FROM Account", new QueryOptions()).ToListAsync();

        Assert.Equal(5, rows.Count);
        Assert.Equal("Account", rows[4].GetProperty("attributes").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Count_IsANumber() =>
        Assert.Equal([26], await Page.ReadAsync(new FakeOrg { Query = _ => Page.Part(26, null) }, "select count() from Account"));

    [Fact]
    public async Task DeletedRows_AreAskedForAtTheirOwnAddressWithThePageSize()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Row(0)) };

        await Page.ReadAsync(org, "SELECT Id FROM Account", new QueryOptions { IncludeDeleted = true, BatchSize = 200 });

        var request = Assert.Single(org.Requests, request => request.Soql is not null);
        Assert.Equal($"{FakeOrg.Rest}/queryAll", request.Path);
        Assert.Equal("batchSize=200", request.Headers["Sforce-Query-Options"]);
    }

    [Fact]
    public async Task NextPage_IsFetchedWhileTheFirstIsUsed()
    {
        var org = Three();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        org.On = request =>
        {
            if (request.Path == $"{Page.Next}1")
                asked.SetResult();
            return null;
        };
        using var connection = await org.ConnectAsync();

        await using var pages = new QueryRunner(connection).ReadPagesAsync("SELECT Id FROM Account", new QueryOptions()).GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());

        await asked.Task;
    }

    [Fact]
    public async Task StoppingEarly_LeavesNoRequestBehind()
    {
        var org = Three();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = false;
        org.OnAsync = async (request, cancel) =>
        {
            if (request.Path != $"{Page.Next}1")
                return null;
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancel);
                return null;
            }
            finally
            {
                ended = true;
            }
        };
        using var connection = await org.ConnectAsync();

        await foreach (var page in new QueryRunner(connection).ReadPagesAsync("SELECT Id FROM Account", new QueryOptions()))
        {
            Assert.Equal(2, page.Count);
            await begun.Task;
            break;
        }

        Assert.True(ended);
    }

    [Fact]
    public async Task PageThatBreaksOff_IsFetchedAgainAsAUnit()
    {
        var org = Three();
        var broken = true;
        org.On = request => request.Path == $"{Page.Next}1" && broken && !(broken = false)
            ? Answers.BrokenOff(Page.Part(5, null, Row(2), Row(3))[..60])
            : null;

        Assert.Equal(5, (await Page.ReadAsync(org, "SELECT Id FROM Account")).Count);
    }

    [Theory]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"totalSize":1,"done":true,"records":[null]}""")]
    [InlineData("""{"totalSize":1,"done":false,"records":[{"Id":"1"}]}""")]
    [InlineData("""{"totalSize":1,"done":true,"records":[{"Id":"1"}""")]
    public async Task PageThatIsNone_IsAProtocolError(string body)
    {
        var first = await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(new FakeOrg { Query = _ => body }, "SELECT Id FROM Account"));
        var org = Three();
        org.Pages[$"{Page.Next}1"] = body;
        var later = await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(org, "SELECT Id FROM Account"));

        Assert.Equal(("PROTOCOL_ERROR", "PROTOCOL_ERROR"), (first.ErrorCode, later.ErrorCode));
    }

    [Theory]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("{}")]
    public async Task CountThatIsNone_IsAProtocolError(string body) =>
        await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadAsync(new FakeOrg { Query = _ => body }, "SELECT COUNT() FROM Account"));

    [Fact]
    public async Task TextThatIsNoQuery_IsRefusedBeforeItIsSent()
    {
        var org = new FakeOrg();

        var refused = await Assert.ThrowsAsync<SalesforceException>(() => Page.ReadAsync(org, "FIND {x} IN ALL FIELDS"));

        Assert.Equal("MALFORMED_QUERY", refused.ErrorCode);
        Assert.Empty(org.Queries);
    }

    [Fact]
    public async Task ObjectThatTheOrgHasNot_SaysSo()
    {
        var org = new FakeOrg { Query = _ => Page.Of(Page.Row("Nothing__c", "\"Id\":\"1\"")) };

        var refused = await Assert.ThrowsAsync<SalesforceException>(() => Page.ReadAsync(org, "SELECT Id FROM Nothing__c"));

        Assert.Equal(("NOT_FOUND", 404), (refused.ErrorCode, refused.StatusCode));
        Assert.StartsWith("The org has no object 'Nothing__c'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongList_IsSplitAndItsRowsAndCountsAreJoined()
    {
        var ids = Enumerable.Range(0, 1500).Select(i => $"001000000{i:D6}AAA").ToArray();
        var org = new FakeOrg
        {
            Query = soql => soql.Contains("COUNT()", StringComparison.Ordinal)
                ? Page.Part(soql.Split("'001").Length - 1, null)
                : Page.Of([.. ids.Where(id => soql.Contains($"'{id}'", StringComparison.Ordinal)).Select(id => Page.Row("Account", $"\"Id\":\"{id}\""))]),
        };
        var options = new QueryOptions { Parameters = new Dictionary<string, object?> { ["ids"] = ids } };

        var rows = await Page.ReadAsync(org, "SELECT Id FROM Account WHERE Id IN :ids", options);
        var count = await Page.ReadAsync(org, "SELECT COUNT() FROM Account WHERE Id IN :ids", options);

        Assert.Equal(ids.Order(), rows.Select(row => (string)row.Value("Id")!).Order());
        Assert.Equal([1500], count);
        Assert.True(org.Queries.Count > 2);
    }

    private static FakeOrg Three()
    {
        var org = new FakeOrg { Query = _ => Page.Part(5, $"{Page.Next}1", Row(0), Row(1)) };
        org.Pages[$"{Page.Next}1"] = Page.Part(5, $"{Page.Next}2", Row(2), Row(3));
        org.Pages[$"{Page.Next}2"] = Page.Part(5, null, Row(4));
        return org;
    }

    private static string Row(int id) => Page.Row("Account", $"\"Id\":\"{id}\"");
}
