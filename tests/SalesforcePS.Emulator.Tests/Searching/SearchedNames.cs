using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

/// <summary>One org with accounts that its tests only search.</summary>
public sealed class SearchedNames : IAsyncLifetime
{
    private static readonly string[] Names =
        ["Acme Rockets", "Rockets of Acme", "John Smith", "Joan Smith", "Joan Brown", "Johnson", "Caf\u00e9 \u00c9toile", "{1+1}:2", "Salt and Pepper"];

    private SearchOrg? org;

    internal SearchOrg Org => org!;

    public async ValueTask InitializeAsync()
    {
        org = await SearchOrg.StartAsync();
        foreach (var name in Names)
            await org.Server.CreateAsync("Account", new { Name = name });
    }

    public async ValueTask DisposeAsync() => await Org.DisposeAsync();
}
