using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class ExternalIdTests : IDisposable
{
    private const string Latest = "/services/data/v68.0/sobjects/Account/Key__c/K%201";

    private readonly SchemaFixture schema = new();

    [Fact]
    public async Task Upsert_CreatesAndThenUpdates()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);

        var created = await server.PatchAsync(Latest, new { Name = "A" });
        var updated = await server.PatchAsync(Latest, new { Name = "B" });
        var read = await server.GetAsync($"{Latest}?fields=Name,Key__c");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.True(created.Json.GetProperty("created").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal($$"""{"id":"{{created.Id}}","success":true,"errors":[],"created":false}""", updated.Text);
        Assert.Equal(("B", "K 1"), (read.Json.GetProperty("Name").GetString(), read.Json.GetProperty("Key__c").GetString()));
    }

    [Theory]
    [InlineData("11999%2F2", "11999/2")]
    [InlineData("a%2f%2Fb", "a//b")]
    [InlineData("a%252Fb", "a%2Fb")]
    public async Task EscapedSlashes_ArePartOfTheValue(string segment, string expected)
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        var path = $"/services/data/v68.0/sobjects/Account/Key__c/{segment}";

        var created = await server.PatchAsync(path, new { Name = "A" });
        var read = await server.GetAsync($"{path}?fields=Key__c");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(expected, read.Json.GetProperty("Key__c").GetString());
    }

    [Fact]
    public async Task UpsertAt45_DoesNotTellWhetherItCreated()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        var path = Latest.Replace("v68.0", "v45.0", StringComparison.Ordinal);

        var created = await server.PatchAsync(path, new { Name = "A" });
        var updated = await server.PatchAsync(path, new { Name = "B" });

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.False(created.Json.TryGetProperty("created", out _));
        Assert.Equal((HttpStatusCode.NoContent, ""), (updated.Status, updated.Text));
    }

    [Fact]
    public async Task UpdateOnly_NeverCreates()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);

        var answer = await server.PatchAsync($"{Latest}?updateOnly=true", new { Name = "A" });

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.ErrorCode));
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync(Latest)).Status);
    }

    [Fact]
    public async Task SeveralMatches_AreOfferedAsChoices()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        var first = await server.CreateAsync("Account", new { Name = "A", Batch__c = "X" });
        var second = await server.CreateAsync("Account", new { Name = "B", Batch__c = "X" });
        var choices = $"""["/services/data/v68.0/sobjects/Account/{first}","/services/data/v68.0/sobjects/Account/{second}"]""";

        var read = await server.GetAsync("sobjects/Account/Batch__c/X");
        var upserted = await server.PatchAsync("sobjects/Account/Batch__c/X", new { Name = "C" });

        Assert.Equal((HttpStatusCode.MultipleChoices, choices), (read.Status, read.Text));
        Assert.Equal((HttpStatusCode.MultipleChoices, choices), (upserted.Status, upserted.Text));
    }

    [Fact]
    public async Task UnknownKeyField_IsNotFound()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);

        var answer = await server.PatchAsync("sobjects/Account/Namez/X", new { Name = "A" });

        Assert.Equal((HttpStatusCode.NotFound, "Provided external ID field does not exist or is not accessible: Namez"), (answer.Status, answer.ErrorMessage));
    }

    [Fact]
    public async Task KeyInTheBody_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);

        var answer = await server.PatchAsync(Latest, new { Name = "A", Key__c = "K 1" });

        Assert.Equal("INVALID_FIELD", answer.ErrorCode);
    }

    [Fact]
    public async Task Delete_TakesTheKey()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        await server.CreateAsync("Account", new { Name = "A", Key__c = "K 1" });

        Assert.Equal(HttpStatusCode.NoContent, (await server.DeleteAsync(Latest)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.DeleteAsync(Latest)).Status);
    }

    [Fact]
    public async Task ParentByExternalId_IsLinked()
    {
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        var accountId = await server.CreateAsync("Account", new { Name = "A", Key__c = "K 1" });

        var contactId = await server.CreateAsync("Contact", new { LastName = "L", Account = new { Key__c = "K 1" } });

        Assert.Equal(accountId, (await server.GetAsync($"sobjects/Contact/{contactId}")).Json.GetProperty("AccountId").GetString());
    }

    public void Dispose() => schema.Dispose();
}
