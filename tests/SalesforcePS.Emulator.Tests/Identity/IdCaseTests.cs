using System.Net;
using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Identity;

/// <summary>Programs that know no upper case, such as a spreadsheet's lookup, give back Ids of 18 characters in another case.</summary>
public sealed class IdCaseTests
{
    [Fact]
    public async Task IdOf18Characters_IsTakenInAnyCaseEverywhere()
    {
        await using var server = await BulkClient.StartAsync();
        var parent = await server.CreateAsync("Account", new { Name = "Parent" });
        var id = await server.CreateAsync("Account", new { Name = "A", ParentId = parent.ToUpperInvariant() });
        var (lower, upper) = (id.ToLowerInvariant(), id.ToUpperInvariant());

        var patched = await server.PatchAsync($"sobjects/Account/{lower}", new { Site = "REST" });
        var read = await server.GetAsync($"sobjects/Account/{upper}");
        var found = await server.GetAsync($"query?q=SELECT+Id,Site+FROM+Account+WHERE+Id='{lower}'+AND+ParentId+IN+('{parent.ToLowerInvariant()}')");
        var retrieved = await server.SoapAsync($"<retrieve><fieldList>Id</fieldList><sObjectType>Account</sObjectType><ids>{upper}</ids></retrieve>");
        var job = await server.IngestAsync(new { @object = "Account", operation = "update" }, $"Id,Site\n{lower},Bulk\n");
        var deleted = await server.SoapAsync($"<delete><ids>{lower}</ids></delete>");

        Assert.Equal(HttpStatusCode.NoContent, patched.Status);
        Assert.Equal((id, parent), (Text(read.Json, "Id"), Text(read.Json, "ParentId")));
        Assert.Equal((id, "REST"), (Text(found.Json.GetProperty("records")[0], "Id"), Text(found.Json.GetProperty("records")[0], "Site")));
        Assert.Equal(id, retrieved.Result.Element(SoapAnswer.SObject + "Id")!.Value);
        Assert.Equal((1, 0), (job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Equal(id, deleted.Result.Element(SoapAnswer.Partner + "id")!.Value);
    }

    [Fact]
    public async Task IdOf15Characters_KeepsItsCase()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"sobjects/Account/{id[..15]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/Account/{id[..15].ToUpperInvariant()}")).Status);
    }

    private static string? Text(System.Text.Json.JsonElement record, string name) => record.GetProperty(name).GetString();
}
