using System.Text.Json;
using Xunit;
using static SalesforcePS.Emulator.Tests.Recorded.RecordedFile;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class RecordTests
{
    /// <summary>Fields of features that the emulator's org does not have.</summary>
    private static readonly string[] OfOtherFeatures = ["CallCenterId", "JigsawCompanyId", "JigsawContactId", "LastCURequestDate", "LastCUUpdateDate"];

    [Theory]
    [Recorded(NetCoreForce + "account.json")]
    [Recorded(NetCoreForce + "contact.json")]
    [InlineData("account.json")]
    [InlineData("contact.json")]
    public async Task Record_HasTheRecordedFields(string file)
    {
        await using var server = await EmulatorServer.StartAsync();
        var recorded = Json(NetCoreForce + file);
        var type = recorded.GetProperty("attributes").GetProperty("type").GetString()!;
        var id = await server.CreateAsync(type, Createable(server, type, recorded));

        var answer = (await server.GetAsync($"sobjects/{type}/{id}")).Json;

        JsonShape.AssertContains(Standard(recorded), answer);
        Assert.Equal(["attributes", "Id"], answer.EnumerateObject().Select(member => member.Name).Take(2));
    }

    [Fact]
    [Recorded(NetCoreForce + "user.json")]
    public async Task User_HasTheRecordedFields()
    {
        await using var server = await EmulatorServer.StartAsync();
        var recorded = Standard(Json(NetCoreForce + "user.json"));

        var answer = (await server.GetAsync($"sobjects/User/{server.Org.Identity.UserId}")).Json;

        JsonShape.AssertContains(recorded, answer);
    }

    [Fact]
    [Recorded(NetCoreForce + "versions.json")]
    public async Task Versions_AreTheRecordedOnes()
    {
        await using var server = await EmulatorServer.StartAsync();

        var versions = (await server.GetAsync("/services/data")).Json;

        var index = 0;
        foreach (var recorded in Json(NetCoreForce + "versions.json").EnumerateArray())
            Assert.Equal(JsonSerializer.Serialize(recorded).Replace("\\u2019", "\\u0027", StringComparison.Ordinal), JsonSerializer.Serialize(versions[index++]));
    }

    private static JsonElement Standard(JsonElement record) =>
        Kept(record, name => !name.EndsWith("__c", StringComparison.Ordinal) && !OfOtherFeatures.Contains(name));

    private static JsonElement Kept(JsonElement record, Func<string, bool> isKept) =>
        JsonSerializer.SerializeToElement(record.EnumerateObject().Where(member => isKept(member.Name)).ToDictionary(member => member.Name, member => member.Value));

    /// <summary>What of a recorded record a client can write, references apart.</summary>
    private static Dictionary<string, JsonElement> Createable(EmulatorServer server, string type, JsonElement recorded) => recorded.EnumerateObject()
        .Where(member => server.Org.Schema.Find(type)!.FindField(member.Name) is { Createable: true, ReferenceTo.Count: 0 } && member.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(member => member.Name, member => member.Value);
}
