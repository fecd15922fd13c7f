using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

/// <summary>A command that writes a results file; what the file says counts only where the exit code bears it out.</summary>
internal sealed record SuiteCommand(Command Command, string Results)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public async Task<(SuiteResult Result, CommandResult Outcome)> RunAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Results)!);
        File.Delete(Results);
        var outcome = await Command.CaptureAsync(Limit);
        return (Judge(outcome, JUnitReport.Read(Results)), outcome);
    }

    private static SuiteResult Judge(CommandResult outcome, SuiteResult? result)
    {
        if (outcome.TimedOut)
            return Broken($"Ended after {Limit.TotalMinutes} minutes.");
        if (result is null)
            return Broken($"Left no results (exit code {outcome.ExitCode}).");
        if (result == SuiteResult.None)
            return Broken($"Ran no test (exit code {outcome.ExitCode}).");
        if (outcome.ExitCode != 0 && result.Failed == 0)
            return Broken($"Failed outside its tests (exit code {outcome.ExitCode}).") with { Passed = result.Passed };

        return result;

        SuiteResult Broken(string why) => new(0, 1, 0, $"{why}\n{outcome.Output}");
    }
}
