using System.Diagnostics;
using System.Security;
using System.Text.Json;

namespace Quickstart;

/// <summary>The emulator as a child process. It ends when its standard input does, and so with this process, however that ends.</summary>
internal sealed class LocalOrg : IDisposable
{
    private readonly Process process;

    private LocalOrg(Process process, JsonElement ready)
    {
        this.process = process;
        Url = new Uri(ready.GetProperty("url").GetString()!);
        ClientId = ready.GetProperty("clientId").GetString()!;
        foreach (var c in ready.GetProperty("clientSecret").GetString()!)
            ClientSecret.AppendChar(c);
    }

    public Uri Url { get; }

    public string ClientId { get; }

    public SecureString ClientSecret { get; } = new();

    public static async Task<LocalOrg> StartAsync(string schemaFile)
    {
        // All projects build into folders side by side.
        var emulator = Path.Combine(AppContext.BaseDirectory, "..", "..", "SalesforcePS.Emulator", "release", "SalesforcePS.Emulator.dll");
        var start = new ProcessStartInfo("dotnet", [emulator, "--stop-on-input-end", "--schema", schemaFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The local org did not start.");
        using var ready = JsonDocument.Parse(line);
        return new LocalOrg(process, ready.RootElement);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        ClientSecret.Dispose();
    }
}
