using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class PagingTests : IDisposable
{
    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Pages_FollowOneAnotherToTheEnd()
    {
        org.CreateMany("Account", 450, index => [("Name", $"a{index:000}")]);
        var first = org.Query("SELECT Name FROM Account ORDER BY Name DESC", batchSize: 200);
        var second = org.More(first.Locator!);
        var third = org.More(second.Locator!);
        Assert.Equal((200, 200, 50), (first.Rows.Count, second.Rows.Count, third.Rows.Count));
        Assert.All([first, second, third], page => Assert.Equal(450, page.TotalSize));
        Assert.Equal((false, false, true), (first.Done, second.Done, third.Done));
        Assert.Matches("^0r8[0-9A-Za-z]{15}-200$", first.Locator);
        Assert.EndsWith("-400", second.Locator, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 450).Reverse().Select(index => $"a{index:000}"), Names(first).Concat(Names(second)).Concat(Names(third)));
        Assert.Contains($"\"done\":false,\"nextRecordsUrl\":\"{QueryOrg.ServicePath}/query/{first.Locator}\"", QueryOrg.Text(first), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_CanBeAskedForAgain()
    {
        org.CreateMany("Account", 250, index => [("Name", $"a{index}")]);
        var first = org.Query("SELECT Name FROM Account", batchSize: 200);
        Assert.Equal(Names(org.More(first.Locator!)), Names(org.More(first.Locator!)));
        var shortForm = first.Locator!.Remove(15, 3);
        Assert.Equal(50, org.More(shortForm).Rows.Count);
    }

    [Fact]
    public void Cursor_KeepsItsRecordsAndTheirOrder()
    {
        org.CreateMany("Account", 250, index => [("Name", $"a{index:000}")]);
        var first = org.Query("SELECT Id, Name FROM Account ORDER BY Name", batchSize: 200);
        var ids = org.Values("SELECT Id FROM Account ORDER BY Name");
        org.CreateAccounts("a2495", "a0000");
        org.Records.TryDelete(ids[0]);
        org.Records.TryDelete(ids[210]);
        org.Records.Update("Account", ids[220], ("Name", "renamed"));
        var second = org.More(first.Locator!);
        Assert.Equal(250, second.TotalSize);
        Assert.Equal(
            Enumerable.Range(200, 50).Where(index => index != 210).Select(index => index == 220 ? "renamed" : $"a{index}"),
            Names(second));
    }

    [Fact]
    public void BatchSize_IsBroughtIntoItsLimits()
    {
        org.CreateMany("Account", 250, index => [("Name", $"a{index}")]);
        Assert.Equal(200, org.Query("SELECT Id FROM Account", batchSize: 1).Rows.Count);
        Assert.Equal(250, org.Query("SELECT Id FROM Account", batchSize: 100_000).Rows.Count);
    }

    [Fact]
    public void ExactlyOneBatch_IsDone()
    {
        org.CreateMany("Account", 200, index => [("Name", $"a{index}")]);
        Assert.True(org.Query("SELECT Id FROM Account", batchSize: 200).Done);
    }

    [Fact]
    public void Cursor_LivesTwoDays()
    {
        org.CreateMany("Account", 250, index => [("Name", $"a{index}")]);
        var locator = org.Query("SELECT Id FROM Account", batchSize: 200).Locator!;
        org.Records.Time.Now += TimeSpan.FromHours(47);
        Assert.Equal(50, org.More(locator).Rows.Count);
        org.Records.Time.Now += TimeSpan.FromHours(2);
        Assert.Equal("INVALID_QUERY_LOCATOR", Assert.Throws<ApiException>(() => org.More(locator)).ErrorCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("0r8gL0000000001AAA-2000")]
    [InlineData("-1")]
    public void UnknownLocator_IsRefused(string locator) =>
        Assert.Equal("INVALID_QUERY_LOCATOR", Assert.Throws<ApiException>(() => org.More(locator)).ErrorCode);

    private static IEnumerable<string?> Names(Emulator.Querying.QueryPage page) =>
        QueryOrg.Json(page).GetProperty("records").EnumerateArray().Select(row => row.GetProperty("Name").GetString());
}
