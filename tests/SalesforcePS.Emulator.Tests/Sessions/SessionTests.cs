using System.Net;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Sessions;

public sealed class SessionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sessions").FullName;
    private readonly ManualTime clock = new();

    private EmulatorOptions Options => new() { Database = Path.Combine(folder, "org.db"), SignIn = new SignInRules { SessionTimeout = TimeSpan.FromMinutes(15) } };

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task SessionWithoutACall_EndsAfterItsTime()
    {
        await using var server = await EmulatorServer.StartAsync(Options, clock);

        clock.Now += TimeSpan.FromMinutes(14);
        var before = await server.GetAsync("limits");
        clock.Now += TimeSpan.FromMinutes(14);
        var again = await server.GetAsync("limits");
        clock.Now += TimeSpan.FromMinutes(15);
        var after = await server.GetAsync("limits");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.Status, again.Status, after.Status));
        Assert.Equal("INVALID_SESSION_ID", after.ErrorCode);
    }

    [Fact]
    public async Task TimeoutOfATest_HoldsAtOnce()
    {
        await using var server = await EmulatorServer.StartAsync(clock: clock);

        await server.PostAsync("/__emulator/sign-in", new { sessionTimeoutSeconds = 60 });
        clock.Now += TimeSpan.FromMinutes(1);

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task TokensOfAFile_OutliveTheProcess()
    {
        string access, refresh, revoked;
        await using (var client = await OAuthClient.StartAsync(Options, clock))
        {
            (access, refresh) = await client.SignInAsync();
            (revoked, _) = await client.SignInAsync();
            await client.PostAsync("revoke", ("token", revoked));
            clock.Now += TimeSpan.FromMinutes(10);
            Assert.True(await client.IsValidAsync(access));
            clock.Now += TimeSpan.FromMinutes(10);
        }

        await using var again = await OAuthClient.StartAsync(Options, clock);

        Assert.True(await again.IsValidAsync(access));
        Assert.False(await again.IsValidAsync(revoked));
        Assert.Equal(HttpStatusCode.OK, (await again.RefreshAsync(refresh)).Status);
    }
}
