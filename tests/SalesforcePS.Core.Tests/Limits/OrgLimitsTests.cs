using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Limits;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Limits;

public sealed class OrgLimitsTests
{
    [Fact]
    public async Task Limits_ComeWithTheirPartsAndTheDailyCallsFirst()
    {
        var limits = await ReadAsync("""
            {"AnalyticsExternalDataSizeMB":{"Max":40960,"Remaining":40960},
             "DailyApiRequests":{"Max":15000,"Remaining":14998,"Ant Migration Tool":{"Max":0,"Remaining":0}},
             "PermissionSets":{"Max":1500,"Remaining":1499,"CreateCustom":{"Max":1000,"Remaining":999}}}
            """);

        Assert.Equal(
            ["DailyApiRequests", "AnalyticsExternalDataSizeMB", "DailyApiRequests.Ant Migration Tool", "PermissionSets", "PermissionSets.CreateCustom"],
            limits.Select(limit => limit.Name));
        Assert.Equal(new OrgLimit("DailyApiRequests", 15000, 14998), limits[0]);
    }

    [Fact]
    public async Task AnswerThatIsNone_IsAProtocolError()
    {
        var error = await Assert.ThrowsAsync<ProtocolException>(() => ReadAsync("[1]"));

        Assert.Contains("/limits", error.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<OrgLimit>> ReadAsync(string answer)
    {
        var org = new FakeOrg();
        org.Pages[$"{FakeOrg.Rest}/limits"] = answer;
        using var connection = await org.ConnectAsync();
        return await new OrgLimits(connection).GetAsync();
    }
}
