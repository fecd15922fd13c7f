using SalesforcePS.Core.Errors;
using Xunit;

namespace SalesforcePS.Core.Tests.Query;

public sealed class TypedValueTests
{
    [Theory]
    [MemberData(nameof(Values))]
    public async Task Value_HasTheTypeOfItsField(string field, string json, object? expected)
    {
        var row = await Page.ReadOneAsync($"SELECT {field} FROM Account", Page.Row("Account", $"\"{field}\":{json}"));

        var value = row.Value(field);
        Assert.Equal(expected?.GetType(), value?.GetType());
        Assert.Equal(expected, value);
    }

    public static TheoryData<string, string, object?> Values => new()
    {
        { "Name", "\"Ünïcode \\u00e9 \\\"q\\\" \\uD83D\\uDE00\"", "Ünïcode é \"q\" 😀" },
        { "Name", "null", null },
        { "IsActive__c", "true", true },
        { "NumberOfEmployees", "120", 120 },
        { "NumberOfEmployees", "120.0", 120.0 },
        { "Views__c", "7", 7L },
        { "Views__c", "9007199254740993", 9007199254740993L },
        { "Rating__c", "100.0", 100.0 },
        { "Rating__c", "100", 100.0 },
        { "Rating__c", "1.5E-7", 1.5E-7 },
        { "Share__c", "12", 12.0 },
        { "AnnualRevenue", "1234567890123456.78", 1234567890123456.78m },
        { "AnnualRevenue", "5", 5m },
        { "Founded__c", "\"1999-12-31\"", new DateTime(1999, 12, 31, 0, 0, 0, DateTimeKind.Unspecified) },
        { "CreatedDate", "\"2011-07-07T00:37:00.123+0000\"", new DateTimeOffset(2011, 7, 7, 0, 37, 0, 123, TimeSpan.Zero) },
        { "CreatedDate", "\"2011-07-07T00:37:00.000+0200\"", new DateTimeOffset(2011, 7, 7, 0, 37, 0, TimeSpan.FromHours(2)) },
        { "CreatedDate", "\"2011-07-07T00:37:00.000-03:30\"", new DateTimeOffset(2011, 7, 7, 0, 37, 0, TimeSpan.FromHours(-3.5)) },
        { "CreatedDate", "\"2011-07-07T00:37:00Z\"", new DateTimeOffset(2011, 7, 7, 0, 37, 0, TimeSpan.Zero) },
        { "OpensAt__c", "\"10:30:00.000Z\"", new TimeSpan(10, 30, 0) },
        { "Interests__c", "\"four;six\"", new[] { "four", "six" } },
        { "Logo__c", "\"/services/data/v68.0/sobjects/Account/001/Logo__c\"", "/services/data/v68.0/sobjects/Account/001/Logo__c" },
    };

    [Fact]
    public async Task DateKind_IsUnspecified()
    {
        var row = await Page.ReadOneAsync("SELECT Founded__c FROM Account", Page.Row("Account", "\"Founded__c\":\"1999-12-31\""));

        Assert.Equal(DateTimeKind.Unspecified, ((DateTime)row.Value("Founded__c")!).Kind);
    }

    [Fact]
    public async Task CompoundAddress_IsARecordOfItsParts()
    {
        var row = await Page.ReadOneAsync(
            "SELECT BillingAddress FROM Account", Page.Row("Account", "\"BillingAddress\":{\"city\":\"Köln\",\"latitude\":50.9,\"street\":null}"));

        var address = row.Value("BillingAddress")!;
        Assert.Equal(["city", "latitude", "street"], address.Names());
        Assert.Equal(("Köln", 50.9, (object?)null), (address.Value("city"), address.Value("latitude"), address.Value("street")));
    }

    [Theory]
    [InlineData("Founded__c", "\"yesterday\"")]
    [InlineData("CreatedDate", "\"2011-13-07T00:37:00.000+0000\"")]
    [InlineData("OpensAt__c", "\"noon\"")]
    [InlineData("AnnualRevenue", "1e40")]
    public async Task ValueThatIsNotOfItsType_IsAProtocolError(string field, string json)
    {
        var wrong = await Assert.ThrowsAsync<ProtocolException>(() => Page.ReadOneAsync($"SELECT {field} FROM Account", Page.Row("Account", $"\"{field}\":{json}")));

        Assert.StartsWith("A page of the query's answer could not be read: ", wrong.Message, StringComparison.Ordinal);
    }
}
