using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Support;

namespace SalesforcePS.Emulator.Tests.Searching;

/// <summary>An emulator that is searched over HTTP.</summary>
internal sealed class SearchOrg : IAsyncDisposable
{
    private SearchOrg(EmulatorServer server) => Server = server;

    public EmulatorServer Server { get; }

    public static async Task<SearchOrg> StartAsync(EmulatorOptions? options = null) => new(await EmulatorServer.StartAsync(options));

    public Task<RestAnswer> SearchAsync(string sosl, string version = "68.0") =>
        Server.GetAsync($"/services/data/v{version}/search?q={Uri.EscapeDataString(sosl)}");

    /// <summary>The first field of each record; of a record without fields its type.</summary>
    public async Task<string[]> FindAsync(string sosl)
    {
        var answer = await SearchAsync(sosl);
        return [.. answer.Json.GetProperty("searchRecords").EnumerateArray().Select(record =>
            record.EnumerateObject().Skip(1).Select(field => field.Value.ToString()).FirstOrDefault()
            ?? record.GetProperty("attributes").GetProperty("type").GetString()!)];
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}
