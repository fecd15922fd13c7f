using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Query;

public sealed class TimeParameterTests
{
    private static readonly DateTime Midnight = new(2026, 7, 1, 0, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("SELECT Id FROM Account WHERE Founded__c = :t", "SELECT Id FROM Account WHERE Founded__c = 2026-07-01")]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate = :t", "SELECT Id FROM Account WHERE CreatedDate = 2026-06-30T22:00:00.000Z")]
    [InlineData("SELECT Id FROM Account WHERE Account.CreatedDate = :t", "SELECT Id FROM Account WHERE Account.CreatedDate = 2026-06-30T22:00:00.000Z")]
    [InlineData("SELECT Id FROM Contact c WHERE c.CreatedDate = :t", "SELECT Id FROM Contact c WHERE c.CreatedDate = 2026-06-30T22:00:00.000Z")]
    [InlineData("SELECT Id FROM Contact WHERE Account.Founded__c = :t", "SELECT Id FROM Contact WHERE Account.Founded__c = 2026-07-01")]
    [InlineData("SELECT Id FROM Contact WHERE Account.ReviewedAt__c = :t", "SELECT Id FROM Contact WHERE Account.ReviewedAt__c = 2026-06-30T22:00:00.000Z")]
    [InlineData("SELECT Id FROM Contact c, c.Account a WHERE a.ReviewedAt__c IN :t", "SELECT Id FROM Contact c, c.Account a WHERE a.ReviewedAt__c IN (2026-06-30T22:00:00.000Z)")]
    public async Task Time_IsWrittenByTheTypeOfItsField(string soql, string bound) => Assert.Equal(bound, await SentAsync(soql, Midnight));

    [Fact]
    public async Task ListOfTimes_IsWrittenByTheTypeOfItsField() =>
        Assert.Equal(
            "SELECT Id FROM Account WHERE Founded__c IN (2026-01-02,2026-07-01)",
            await SentAsync("SELECT Id FROM Account WHERE Founded__c IN :t", new List<object> { new DateTime(2026, 1, 2, 13, 0, 0, DateTimeKind.Local), Midnight }));

    private static async Task<string> SentAsync(string soql, object value)
    {
        var org = new FakeOrg { Time = new FakeTime { Zone = Zones.Berlin }, Query = _ => Page.Of() };

        await Page.ReadAsync(org, soql, new QueryOptions { Parameters = new Dictionary<string, object?> { ["t"] = value } });

        return Assert.Single(org.Queries);
    }
}
