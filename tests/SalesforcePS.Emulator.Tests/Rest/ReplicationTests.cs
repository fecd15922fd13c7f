using System.Globalization;
using System.Net;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class ReplicationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 30, TimeSpan.Zero);

    [Fact]
    public async Task Updated_ListsTheRecordsOfTheTime()
    {
        var clock = new ManualTime { Now = Noon };
        await using var server = await EmulatorServer.StartAsync(clock: clock);
        await server.CreateAsync("Account", new { Name = "Before" });
        clock.Now = Noon.AddMinutes(10);
        var id = await server.CreateAsync("Account", new { Name = "In" });
        clock.Now = Noon.AddMinutes(20);

        var answer = await server.GetAsync($"sobjects/Account/updated/?start={Text(Noon.AddMinutes(5))}&end={Text(Noon.AddMinutes(15))}");

        Assert.Equal(["ids", "latestDateCovered"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal([id], answer.Json.GetProperty("ids").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("2026-11-20T12:15:00.000+0000", answer.Json.GetProperty("latestDateCovered").GetString());
    }

    [Fact]
    public async Task Deleted_ListsThoseInTheBinAndThoseThatAreGoneForGood()
    {
        var clock = new ManualTime { Now = Noon };
        await using var server = await EmulatorServer.StartAsync(clock: clock);
        var (binned, purged, kept) = (await CreateAsync(server), await CreateAsync(server), await CreateAsync(server));
        clock.Now = Noon.AddMinutes(10);
        await server.DeleteAsync($"sobjects/Account/{binned}");
        await server.DeleteAsync($"sobjects/Account/{purged}");
        await server.SoapAsync($"<emptyRecycleBin><ids>{purged}</ids></emptyRecycleBin>");

        var answer = await server.GetAsync($"sobjects/Account/deleted/?start={Text(Noon)}&end={Text(Noon.AddHours(1))}");

        Assert.Equal(["deletedRecords", "earliestDateAvailable", "latestDateCovered"], answer.Json.EnumerateObject().Select(member => member.Name));
        var records = answer.Json.GetProperty("deletedRecords").EnumerateArray().ToArray();
        Assert.Equal([binned, purged], records.Select(record => record.GetProperty("id").GetString()));
        Assert.All(records, record => Assert.Equal("2026-11-20T12:10:30.000+0000", record.GetProperty("deletedDate").GetString()));
        Assert.Equal("2026-11-20T12:10:00.000+0000", answer.Json.GetProperty("latestDateCovered").GetString());
        Assert.Equal("2026-11-05T12:10:00.000+0000", answer.Json.GetProperty("earliestDateAvailable").GetString());
        Assert.DoesNotContain(kept, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Soap_TellsTheSame()
    {
        var clock = new ManualTime { Now = Noon };
        await using var server = await EmulatorServer.StartAsync(clock: clock);
        var (updated, deleted) = (await CreateAsync(server), await CreateAsync(server));
        await server.DeleteAsync($"sobjects/Account/{deleted}");
        var time = $"<sObjectType>Account</sObjectType><startDate>{Noon.AddHours(-1):s}Z</startDate><endDate>{Noon.AddHours(1):s}Z</endDate>";

        var updates = await server.SoapAsync($"<getUpdated>{time}</getUpdated>");
        var deletions = await server.SoapAsync($"<getDeleted>{time}</getDeleted>");

        Assert.Equal(updated, updates.Result.Element(SoapAnswer.Partner + "ids")!.Value);
        Assert.Equal("2026-11-20T12:00:00.000Z", updates.Result.Element(SoapAnswer.Partner + "latestDateCovered")!.Value);
        var record = deletions.Result.Element(SoapAnswer.Partner + "deletedRecords")!;
        Assert.Equal(deleted, record.Element(SoapAnswer.Partner + "id")!.Value);
        Assert.Equal("2026-11-20T12:00:30.000Z", record.Element(SoapAnswer.Partner + "deletedDate")!.Value);
    }

    [Theory]
    [InlineData("updated", 0, 30, "endDate must be at least one minute greater than startDate")]
    [InlineData("deleted", -16 * 86_400, 0, "startDate cannot be more than 15 days ago")]
    [InlineData("updated", -31 * 86_400, 0, "startDate cannot be more than 30 days ago")]
    public async Task TimeOutOfRange_IsRefused(string resource, int startSeconds, int endSeconds, string message)
    {
        var whole = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        await using var server = await EmulatorServer.StartAsync(clock: new ManualTime { Now = whole });

        var answer = await server.GetAsync($"sobjects/Account/{resource}?start={Text(whole.AddSeconds(startSeconds))}&end={Text(whole.AddSeconds(endSeconds))}");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REPLICATION_DATE", message), (answer.Status, answer.ErrorCode, answer.ErrorMessage));
    }

    [Fact]
    public async Task SoapTimeOutOfRange_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync(
            "<getDeleted><sObjectType>Account</sObjectType><startDate>2020-01-01T00:00:00Z</startDate><endDate>2020-01-02T00:00:00Z</endDate></getDeleted>");

        Assert.Equal((HttpStatusCode.InternalServerError, "INVALID_REPLICATION_DATE: startDate cannot be more than 15 days ago"), (answer.Status, answer.FaultText));
    }

    [Fact]
    public async Task MissingDate_IsRefusedByName()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("sobjects/Account/updated");

        Assert.StartsWith("The parameter start must be a date and time", answer.ErrorMessage, StringComparison.Ordinal);
    }

    private static string Text(DateTimeOffset moment) => Uri.EscapeDataString(moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    private static Task<string> CreateAsync(EmulatorServer server) => server.CreateAsync("Account", new { Name = "A" });
}
