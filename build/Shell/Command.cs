using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SalesforcePS.Build.Shell;

internal sealed record Command(string File, IReadOnlyList<string> Arguments, string Folder)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public static Command Dotnet(string folder, params string[] arguments) =>
        new(System.Environment.ProcessPath!, arguments, folder);

    /// <summary>Shares the console with the command; gives its exit code.</summary>
    public async Task<int> RunAsync()
    {
        using var process = Start(capture: false);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Gathers standard output and standard error; ends the command and its children after the limit.</summary>
    public async Task<CommandResult> CaptureAsync(TimeSpan limit)
    {
        using var process = Start(capture: true);
        using var timer = new CancellationTokenSource(limit);
        var output = new StringBuilder();
        var readers = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, output));
        var timedOut = false;
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            timedOut = true;
            process.Kill(entireProcessTree: true);
        }

        // A grandchild that lives on keeps the pipes open; it must not hold up its grandparent.
        await Task.WhenAny(readers, Task.Delay(TimeSpan.FromSeconds(5)));
        lock (output)
            return new CommandResult(timedOut ? -1 : process.ExitCode, output.ToString(), timedOut);
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder output)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (output)
                output.AppendLine(line);
        }
    }

    private Process Start(bool capture)
    {
        var start = new ProcessStartInfo(File, Arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BuildException($"Cannot start '{File}': {e.Message}. Install it and put it on PATH.");
        }
    }
}
