using SalesforcePS.Emulator.Hosting;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

/// <summary>A search sees every write before it, whatever way it came.</summary>
public sealed class SearchIndexTests
{
    private const string Search = "FIND {acme} RETURNING Account(Name ORDER BY Name)";

    [Fact]
    public async Task Writes_AreSeenByTheNextSearch()
    {
        await using var org = await SearchOrg.StartAsync();
        Assert.Empty(await org.FindAsync(Search));
        var id = await org.Server.CreateAsync("Account", new { Name = "Acme" });
        Assert.Equal(["Acme"], await org.FindAsync(Search));
        await org.Server.PatchAsync($"sobjects/Account/{id}", new { Name = "Other" });
        Assert.Empty(await org.FindAsync(Search));
        Assert.Equal(["Other"], await org.FindAsync("FIND {other} RETURNING Account(Name)"));
        await org.Server.PatchAsync($"sobjects/Account/{id}", new { Description = "acme", NumberOfEmployees = 5 });
        Assert.Equal(["Other"], await org.FindAsync(Search));
        await org.Server.DeleteAsync($"sobjects/Account/{id}");
        Assert.Empty(await org.FindAsync(Search));
        await org.Server.SoapAsync($"<undelete><ids>{id}</ids></undelete>");
        Assert.Equal(["Other"], await org.FindAsync(Search));
    }

    [Fact]
    public async Task NamesOfPeople_FollowTheirParts()
    {
        await using var org = await SearchOrg.StartAsync();
        var id = await org.Server.CreateAsync("Contact", new { FirstName = "Jane", LastName = "Brown" });
        Assert.Equal(["Jane Brown"], await org.FindAsync("FIND {\"jane brown\"} IN NAME FIELDS RETURNING Contact(Name)"));
        await org.Server.PatchAsync($"sobjects/Contact/{id}", new { FirstName = "Joan" });
        Assert.Empty(await org.FindAsync("FIND {jane} RETURNING Contact(Name)"));
        Assert.Equal(["Joan Brown"], await org.FindAsync("FIND {\"joan brown\"} IN NAME FIELDS RETURNING Contact(Name)"));
    }

    [Fact]
    public async Task Reset_ForgetsAndBeginsAnew()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "Acme" });
        Assert.Equal(["Acme"], await org.FindAsync(Search));
        await org.Server.RestAsync(HttpMethod.Post, "/__emulator/reset");
        Assert.Empty(await org.FindAsync(Search));
        await org.Server.CreateAsync("Account", new { Name = "Acme again" });
        Assert.Equal(["Acme again"], await org.FindAsync(Search));
    }

    [Fact]
    public async Task Restart_FindsTheSame()
    {
        var file = Path.Combine(Path.GetTempPath(), $"search-{Guid.NewGuid():N}.db");
        try
        {
            string changed;
            await using (var org = await SearchOrg.StartAsync(new EmulatorOptions { Database = file }))
            {
                await org.Server.CreateAsync("Account", new { Name = "Acme" });
                changed = await org.Server.CreateAsync("Account", new { Name = "Acme changed" });
                Assert.Equal(["Acme", "Acme changed"], await org.FindAsync(Search));
                await org.Server.CreateAsync("Account", new { Name = "Acme later" });
                await org.Server.PatchAsync($"sobjects/Account/{changed}", new { Name = "Other" });
            }
            await using (var org = await SearchOrg.StartAsync(new EmulatorOptions { Database = file }))
            {
                Assert.Equal(["Acme", "Acme later"], await org.FindAsync(Search));
                await org.Server.PatchAsync($"sobjects/Account/{changed}", new { Name = "Acme back" });
                Assert.Equal(["Acme", "Acme back", "Acme later"], await org.FindAsync(Search));
            }
        }
        finally
        {
            foreach (var part in (string[])[file, file + "-wal", file + "-shm"])
                File.Delete(part);
        }
    }

    [Fact]
    public async Task Batches_AreAllIndexed()
    {
        await using var org = await SearchOrg.StartAsync();
        for (var batch = 0; batch < 2; batch++)
        {
            var records = Enumerable.Range(0, 200).Select(index => new { attributes = new { type = "Lead" }, LastName = $"Person{batch}x{index}", Company = "Acme" });
            await org.Server.PostAsync("composite/sobjects", new { records });
            Assert.Equal(200 * (batch + 1), (await org.FindAsync("FIND {acme} RETURNING Lead(LastName)")).Length);
        }
        Assert.Equal(["Person1x7"], await org.FindAsync("FIND {person1x7} RETURNING Lead(LastName)"));
    }
}
