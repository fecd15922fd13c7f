using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Http;

/// <summary>The fake org says at sign-in that 7 of 15,000 calls are used.</summary>
public sealed class ApiReserveTests
{
    private const string OneUser = """{"totalSize":1,"done":true,"records":[{"attributes":{"type":"User"},"Id":"005000000000001AAA"}]}""";

    [Theory]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("100%")]
    [InlineData("%")]
    public void TextThatIsNoReserve_IsRefused(string text)
    {
        var error = Assert.Throws<SalesforceException>(() => ApiReserve.Parse(text));

        Assert.Equal("INVALID_PARAMETER", error.ErrorCode);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14993")]
    [InlineData("99.96%")]
    public async Task CallThatWouldLeaveTooFew_IsNotMade(string reserve)
    {
        var org = new FakeOrg { Query = _ => OneUser };
        using var connection = await org.ConnectAsync();
        var before = org.Requests.Count;

        var error = await Assert.ThrowsAsync<RequestLimitException>(() => QueryAsync(connection.Reserving(ApiReserve.Parse(reserve))));

        Assert.Equal("API_CALLS_RESERVED", error.ErrorCode);
        Assert.Contains($"7 of its 15000 API calls of 24 hours, and {reserve} are to be left", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, org.Requests.Count);
    }

    [Fact]
    public async Task CallsSinceTheLastCount_AreReckonedWith()
    {
        var org = new FakeOrg { Query = _ => OneUser };
        using var connection = await org.ConnectAsync();
        await QueryAsync(connection);
        var run = connection.Reserving(ApiReserve.Parse("14990"));

        await QueryAsync(run);
        await Assert.ThrowsAsync<RequestLimitException>(() => QueryAsync(run));

        Assert.Equal(2, org.Queries.Count);
        await QueryAsync(connection);
    }

    [Fact]
    public async Task RunAndItsSession_ShareDescribesAndCounts()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();
        using (var run = connection.Reserving(ApiReserve.Parse("1")))
            await run.Schema.GetAsync("Account", CancellationToken.None);

        Assert.NotNull(connection.Schema.Find("Account"));
        Assert.Equal(2, connection.Usage.Calls[ApiCallKind.Rest]);
        await connection.Schema.GetAsync("Contact", CancellationToken.None);
    }

    [Fact]
    public async Task RecordsThatMayNotBeSent_AreOutcomesAllOfThem()
    {
        var org = new RecordingOrg();
        using var connection = await org.Fake.ConnectAsync();
        await connection.Schema.GetAsync("Account", CancellationToken.None);
        var records = Enumerable.Range(0, 5).Select(i => Input.Of("Account", ("Name", $"A{i}"))).ToAsync();
        var writer = new SoapRecordWriter(connection.Reserving(ApiReserve.Parse("99.96%")), new WriteOptions(RecordOperation.Insert) { BatchSize = 2 });

        var outcomes = new List<RecordOutcome>();
        await foreach (var outcome in writer.WriteAsync(records))
            outcomes.Add(outcome);

        Assert.Equal(5, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal("API_CALLS_RESERVED", Assert.IsType<RequestLimitException>(outcome.Error).ErrorCode));
        Assert.Empty(org.Writes);
    }

    private static async Task QueryAsync(SalesforceConnection connection)
    {
        await foreach (var _ in new QueryRunner(connection).ReadPagesAsync("SELECT Id FROM User", new QueryOptions()))
        {
        }
    }
}
