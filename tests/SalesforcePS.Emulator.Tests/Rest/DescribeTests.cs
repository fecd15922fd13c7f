using System.Net;
using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class DescribeTests
{
    [Fact]
    public async Task Describe_HasEveryMemberOfARecordedOne()
    {
        var file = ReferenceData.Find("recorded/restforce-json/spec__fixtures__sobject__sobject_describe_success_response.json");
        Assert.SkipWhen(file is null, "There is no reference data beside the repository.");
        var recorded = JsonDocument.Parse(await File.ReadAllTextAsync(file!)).RootElement;
        await using var server = await EmulatorServer.StartAsync();

        var described = (await server.GetAsync("sobjects/Account/describe")).Json;

        Assert.Empty(Names(recorded).Except(Names(described)));
        Assert.Empty(Names(recorded.GetProperty("fields")[0]).Except(Names(described.GetProperty("fields")[0])));
        Assert.Empty(Names(recorded.GetProperty("childRelationships")[0]).Except(Names(described.GetProperty("childRelationships")[0])));
        Assert.Empty(Names(recorded.GetProperty("urls")).Except(Names(described.GetProperty("urls"))));
    }

    [Fact]
    public async Task Describe_HasTheMembersOfAModernOneInOrder()
    {
        await using var server = await EmulatorServer.StartAsync();

        var described = (await server.GetAsync("sobjects/account/describe")).Json;

        Assert.Equal(Names(described).Order(StringComparer.Ordinal), Names(described));
        var field = described.GetProperty("fields")[0];
        Assert.Equal(Names(field).Order(StringComparer.Ordinal), Names(field));
        Assert.Equal(57, Names(field).Length);
        Assert.Equal("tns:ID", field.GetProperty("soapType").GetString());
        Assert.Equal(JsonValueKind.Null, field.GetProperty("relationshipName").ValueKind);
    }

    [Fact]
    public async Task Picklist_TellsItsValues()
    {
        await using var server = await EmulatorServer.StartAsync();

        var described = (await server.GetAsync("sobjects/Account/describe")).Json;

        var industry = described.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("name").GetString() == "Industry");
        Assert.Equal(["active", "defaultValue", "label", "validFor", "value"], Names(industry.GetProperty("picklistValues")[0]));
    }

    [Theory]
    [InlineData("sobjects")]
    [InlineData("sobjects/Account/describe")]
    public async Task UnchangedSince_IsNotSentAgain(string path)
    {
        await using var server = await EmulatorServer.StartAsync();
        var later = server.Org.Started.AddSeconds(1).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var earlier = server.Org.Started.AddDays(-1).ToString("R", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.NotModified, (await server.GetAsync(path, ("If-Modified-Since", later))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(path, ("If-Modified-Since", earlier))).Status);
    }

    [Fact]
    public async Task Global_ListsEveryTypeWithItsAddresses()
    {
        await using var server = await EmulatorServer.StartAsync();

        var global = (await server.GetAsync("/services/data/v60.0/sobjects")).Json;

        Assert.Equal(server.Org.Schema.Types.Select(type => type.Name), global.GetProperty("sobjects").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        var account = global.GetProperty("sobjects").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "Account");
        Assert.Equal("/services/data/v60.0/sobjects/Account/describe", account.GetProperty("urls").GetProperty("describe").GetString());
    }

    [Fact]
    public async Task BasicInformation_IsTheShortDescribe()
    {
        await using var server = await EmulatorServer.StartAsync();

        var basic = (await server.GetAsync("sobjects/Account")).Json;

        Assert.Equal("001", basic.GetProperty("objectDescribe").GetProperty("keyPrefix").GetString());
        Assert.Equal(0, basic.GetProperty("recentItems").GetArrayLength());
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
