using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Replication;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Replication;

public sealed class RecordChangesTests
{
    private const string Window = "start=2026-11-22T06%3A00%3A00%2B00%3A00&end=2026-11-22T07%3A30%3A00%2B00%3A00";
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 0, 0, TimeSpan.FromHours(1));
    private readonly FakeOrg org = new();

    [Fact]
    public async Task Updated_ComesWithWhatItCovers()
    {
        org.Pages[$"{FakeOrg.Rest}/sobjects/Account/updated/?{Window}"] =
            """{"ids":["001000000000001AAA","001000000000002AAA"],"latestDateCovered":"2026-11-22T07:29:00.000+0000"}""";

        var updated = await RunAsync(changes => changes.GetUpdatedAsync("Account", new ReplicationWindow(Start, Start.AddMinutes(90))));

        Assert.Equal(["001000000000001AAA", "001000000000002AAA"], updated.Ids);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 29, 0, TimeSpan.Zero), updated.LatestDateCovered);
    }

    [Fact]
    public async Task Deleted_ComesWithTimesAndWhatIsRemembered()
    {
        org.Pages[$"{FakeOrg.Rest}/sobjects/Account/deleted/?{Window}"] = """
            {"deletedRecords":[{"deletedDate":"2026-11-22T06:59:00.000+0000","id":"001000000000001AAA"}],
             "earliestDateAvailable":"2026-11-07T08:00:00.000+0000","latestDateCovered":"2026-11-22T07:29:00.000+0000"}
            """;

        var deleted = await RunAsync(changes => changes.GetDeletedAsync("Account", new ReplicationWindow(Start, Start.AddMinutes(90))));

        Assert.Equal(new DeletedRecord("001000000000001AAA", new DateTimeOffset(2026, 11, 22, 6, 59, 0, TimeSpan.Zero)), Assert.Single(deleted.Records));
        Assert.Equal(new DateTimeOffset(2026, 11, 7, 8, 0, 0, TimeSpan.Zero), deleted.EarliestDateAvailable);
    }

    [Theory]
    [InlineData(0, "not after its start")]
    [InlineData(-5, "not after its start")]
    [InlineData(0.9, "shorter than a minute")]
    public async Task WindowOfNoLength_IsRefusedAndNotSent(double minutes, string reason)
    {
        var error = await Assert.ThrowsAsync<SalesforceException>(
            () => RunAsync(changes => changes.GetUpdatedAsync("Account", new ReplicationWindow(Start, Start.AddMinutes(minutes)))));

        Assert.Equal("INVALID_REPLICATION_DATE", error.ErrorCode);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(org.Requests, request => request.Path.Contains("/updated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WindowThatBeginsMoreThanThirtyDaysAgo_IsRefusedAndNotSent()
    {
        var begin = org.Time.GetUtcNow().AddDays(-30).AddMinutes(-1);

        var error = await Assert.ThrowsAsync<SalesforceException>(
            () => RunAsync(changes => changes.GetDeletedAsync("Account", new ReplicationWindow(begin, begin.AddDays(1)))));

        Assert.Equal("INVALID_REPLICATION_DATE", error.ErrorCode);
        Assert.Contains("30 days", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(org.Requests, request => request.Path.Contains("/deleted", StringComparison.Ordinal));
    }

    private async Task<T> RunAsync<T>(Func<RecordChanges, Task<T>> ask)
    {
        using var connection = await org.ConnectAsync();
        return await ask(new RecordChanges(connection));
    }
}
