using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Search;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Search;

public sealed class SearchRunnerTests
{
    private const string Rows = """
        {"attributes":{"type":"Contact","url":"/x"},"Id":"003000000000001AAA","Birthdate":"1815-12-10","Account":null},
        {"attributes":{"type":"Account","url":"/y"},"Id":"001000000000001AAA","AnnualRevenue":12.5},
        {"attributes":{"type":"Contact","url":"/z"},"Id":"003000000000002AAA","Birthdate":null,"Account":{"attributes":{"type":"Account"},"Name":"Acme"}}
        """;

    [Theory]
    [InlineData($$"""{"searchRecords":[{{Rows}}]}""")]
    [InlineData($$"""{"metadata":{"a":[1]},"searchRecords":[{{Rows}}]}""")]
    [InlineData($"[{Rows}]")]
    public async Task RowsOfSeveralObjects_AreTypedAndKeepTheirOrder(string answer)
    {
        var rows = await FindAsync(_ => answer);

        Assert.Equal(["Contact", "Account", "Contact"], rows.Select(row => RecordView.SchemaOf(row).ObjectType));
        Assert.Equal(["Id", "Birthdate", "Account.Name"], RecordView.SchemaOf(rows[0]).Names);
        Assert.Equal(["003000000000001AAA", new DateTime(1815, 12, 10), null], RecordView.ValuesOf(rows[0]));
        Assert.Equal(["001000000000001AAA", 12.5m], RecordView.ValuesOf(rows[1]));
        Assert.Equal(["003000000000002AAA", null, "Acme"], RecordView.ValuesOf(rows[2]));
    }

    [Fact]
    public async Task NothingFound_IsNoRow() => Assert.Empty(await FindAsync(_ => """{"searchRecords":[]}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"searchRecords":{}}""")]
    [InlineData("""{"searchRecords":[{"Id":""")]
    public async Task AnswerThatIsNone_IsAProtocolError(string answer) =>
        await Assert.ThrowsAsync<ProtocolException>(() => FindAsync(_ => answer));

    [Fact]
    public async Task SearchTooLongForAnAddress_IsRefusedAndNotSent()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();
        var before = org.Requests.Count;

        var error = await Assert.ThrowsAsync<SalesforceException>(() => new SearchRunner(connection).FindAsync($"FIND {{{new string('x', 17_000)}}}"));

        Assert.Equal("QUERY_TOO_LONG", error.ErrorCode);
        Assert.Equal(before, org.Requests.Count);
    }

    [Fact]
    public async Task Options_BecomeSosl()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();
        var search = new SearchRunner(connection);

        Assert.Equal("FIND {a\\-b} IN ALL FIELDS", await search.BuildAsync(new SearchOptions("a-b")));
        Assert.Equal(
            "FIND {ada} IN EMAIL FIELDS RETURNING Contact(Id, Email), User(Id, Email) LIMIT 5",
            await search.BuildAsync(new SearchOptions("ada") { Scope = SearchScope.Email, ObjectTypes = ["contact", "User"], Fields = ["email", "ID"], Limit = 5 }));
    }

    [Theory]
    [InlineData("Nam")]
    [InlineData("Id) LIMIT 1")]
    public async Task FieldThatTheObjectHasNot_IsRefused(string field)
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();

        var error = await Assert.ThrowsAsync<SalesforceException>(
            () => new SearchRunner(connection).BuildAsync(new SearchOptions("x") { ObjectTypes = ["Account"], Fields = [field] }).AsTask());

        Assert.Equal(("INVALID_FIELD", field), (error.ErrorCode, Assert.Single(error.Fields)));
    }

    private static async Task<IReadOnlyList<SalesforceRecord>> FindAsync(Func<string, string> answer)
    {
        var org = new FakeOrg { Query = answer };
        using var connection = await org.ConnectAsync();
        return await new SearchRunner(connection).FindAsync("FIND {x}");
    }
}
