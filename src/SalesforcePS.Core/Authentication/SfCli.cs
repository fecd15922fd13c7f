using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Authentication;

/// <summary>Salesforce's own command line, <c>sf</c>. It is started without a shell, each argument for itself.</summary>
internal sealed class SfCli(string searchPath, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly string[] WindowsNames = ["sf.exe", "sf.cmd"];

    /// <summary>Runs a command with <c>--json</c> and gives its result.</summary>
    /// <exception cref="AuthenticationException">The program is not there, or refused.</exception>
    public async Task<JsonElement> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var process = Start([.. arguments, "--json"]);
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            // What it says there is meant for people, and may fill the pipe.
            var remarks = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            await remarks.ConfigureAwait(false);
            return Read(await output.ConfigureAwait(false), process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw cancellation.IsCancellationRequested
                ? new OperationCanceledException(cancellation)
                : Fail("SF_CLI_TIMED_OUT", $"The Salesforce CLI gave no answer within {Limit.TotalMinutes:0} minutes.");
        }
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Find(), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception unusable)
        {
            throw Fail("SF_CLI_UNUSABLE", $"The Salesforce CLI '{start.FileName}' could not be started: {unusable.Message}.", unusable);
        }
    }

    private string Find()
    {
        string[] names = OperatingSystem.IsWindows() ? WindowsNames : ["sf"];
        var folders = searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw Fail("SF_CLI_NOT_FOUND", "The Salesforce CLI, sf, is not on PATH. Install it and sign in with 'sf org login web', or connect in another way.");
    }

    private static JsonElement Read(string output, int exitCode)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(output);
            return answer.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object
                ? result
                : throw Refused(answer, exitCode);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Fail("SF_CLI_UNUSABLE", $"The Salesforce CLI ended with exit code {exitCode}, and what it printed is not JSON.", exception);
        }
    }

    private static AuthenticationException Refused(JsonElement answer, int exitCode)
    {
        var message = answer.TryGetProperty("message", out var text) ? text.ToString() : $"exit code {exitCode}";
        return Fail(answer.TryGetProperty("name", out var name) ? name.ToString() : "SF_CLI_REFUSED", $"The Salesforce CLI refused: {message}");
    }

    private static AuthenticationException Fail(string code, string message, Exception? cause = null) => new(message, cause) { ErrorCode = code };
}
