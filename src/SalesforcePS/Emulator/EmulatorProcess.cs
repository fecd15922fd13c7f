using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json;
using SalesforcePS.Binding;

namespace SalesforcePS.Emulator;

/// <summary>Starts the local org as a child process and reads the line by which it says that it is ready.</summary>
internal static class EmulatorProcess
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    /// <summary>The child ends when its standard input does, and so with this process, however that ends.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message is what it said.</exception>
    public static async Task<SfEmulator> StartAsync(string host, string assembly, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(host, [assembly, "--stop-on-input-end", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var process = Process.Start(start)!;
        var log = new RecentLines(200);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.BeginErrorReadLine();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(LongestStart);
        try
        {
            if (await process.StandardOutput.ReadLineAsync(timeout.Token).ConfigureAwait(false) is { } line)
                return Read(line, process);
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            throw new InvalidOperationException(log.ToString());
        }
        catch (Exception exception)
        {
            process.Kill(entireProcessTree: true);
            if (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw new InvalidOperationException($"it was not ready within {LongestStart.TotalSeconds} seconds. {log}", exception);
            throw;
        }
    }

    /// <summary>Ends the child by ending its input; it has five seconds to go by itself.</summary>
    public static void Stop(Process process)
    {
        if (process.HasExited)
            return;
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            process.Kill(entireProcessTree: true);
    }

    private static SfEmulator Read(string line, Process process)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        return new SfEmulator(process)
        {
            LoginUrl = new Uri(Text("url")),
            ClientId = Text("clientId"),
            ClientSecret = Text("clientSecret").ToSecureString(),
            Credential = new PSCredential(Text("username"), Text("password").ToSecureString()),
            SecurityToken = Text("securityToken").ToSecureString(),
            OrganizationId = Text("organizationId"),
            UserId = Text("userId"),
        };
    }
}
