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
        process.OutputDataReceived += (_, e) => Append(e.Data);
        process.ErrorDataReceived += (_, e) => Append(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(timer.Token);
            return new CommandResult(process.ExitCode, Text(), TimedOut: false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new CommandResult(-1, Text(), TimedOut: true);
        }

        void Append(string? line)
        {
            lock (output)
            {
                if (line is not null)
                    output.AppendLine(line);
            }
        }

        string Text()
        {
            lock (output)
                return output.ToString();
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
