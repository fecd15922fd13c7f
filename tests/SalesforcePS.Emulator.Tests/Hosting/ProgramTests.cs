using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Hosting;

public sealed class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Start_PrintsOneReadyLineAndStopsAtTheEndOfInput()
    {
        using var process = EmulatorProcess.Start("--stop-on-input-end");
        var ready = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;

        Assert.Equal(
            ["url", "username", "password", "securityToken", "clientId", "clientSecret", "organizationId", "userId"],
            ready.EnumerateObject().Select(member => member.Name));
        Assert.StartsWith("http://127.0.0.1:", ready.GetProperty("url").GetString(), StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(ready.GetProperty("url").GetString()!) };
        Assert.True((await client.GetAsync("/services/data")).IsSuccessStatusCode);

        process.StandardInput.Close();
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.Equal(0, await ExitCodeAsync(process));
    }

    [Fact]
    public async Task TerminateSignal_EndsIt()
    {
        Assert.SkipWhen(RuntimeInformation.IsOSPlatform(OSPlatform.Windows), "Windows has no SIGTERM.");
        using var process = EmulatorProcess.Start();
        await process.StandardOutput.ReadLineAsync();

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

        Assert.Equal(0, await ExitCodeAsync(process));
    }

    [Fact]
    public async Task UnknownOption_ExitsWithTwo()
    {
        using var process = EmulatorProcess.Start("--bogus");

        Assert.Equal("Unknown option '--bogus'. See --help.", await process.StandardError.ReadLineAsync());
        Assert.Equal(2, await ExitCodeAsync(process));
    }

    [Fact]
    public async Task TakenPort_IsToldInOneLine()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var process = EmulatorProcess.Start("--port", new Uri(server.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal($"Failed to bind to address {server.Url}: address already in use.\n", await process.StandardError.ReadToEndAsync(), ignoreLineEndingDifferences: true);
        Assert.Equal(2, await ExitCodeAsync(process));
    }

    [Fact]
    public async Task Help_TellsEveryOption()
    {
        using var process = EmulatorProcess.Start("--help");

        var help = await process.StandardOutput.ReadToEndAsync();

        foreach (var option in new[] { "--port", "--database", "--schema", "--certificate", "--daily-api-limit", "--users", "--lock-timeout-ms", "--session-timeout", "--redirect-uri", "--rotate-refresh-tokens", "--stop-on-input-end" })
            Assert.Contains(option, help, StringComparison.Ordinal);
        Assert.Equal(0, await ExitCodeAsync(process));
    }

    [Fact]
    public async Task DatabaseThatIsInUse_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("used");
        var file = Path.Combine(folder.FullName, "org.db");
        await using (await EmulatorServer.StartAsync(new EmulatorOptions { Database = file }))
        {
            using var process = EmulatorProcess.Start("--database", file);

            Assert.StartsWith($"The database {file} cannot be used: ", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);
            Assert.Equal(2, await ExitCodeAsync(process));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task DatabaseFile_KeepsRecordsAndCredentials()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            var options = new EmulatorOptions { Database = file };
            string id;
            object credentials;
            await using (var server = await EmulatorServer.StartAsync(options))
            {
                id = await server.CreateAsync("Account", new { Name = "Kept" });
                credentials = server.Org.Credentials;
            }

            await using var again = await EmulatorServer.StartAsync(options);
            Assert.Equal(credentials, again.Org.Credentials);
            Assert.Equal("Kept", (await again.GetAsync($"sobjects/Account/{id}")).Json.GetProperty("Name").GetString());
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
                File.Delete(left);
        }
    }

    private static async Task<int> ExitCodeAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }
}
