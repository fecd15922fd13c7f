using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

/// <summary>The Pester files of some folders of tests.</summary>
internal sealed class PesterSuite(PowerShellHost? host, string name, params string[] folders) : ISuite
{
    // By this exit code tests/Invoke-Pester.ps1 says that there is no Pester 5 and that none can be got.
    private const int NoPester = 77;

    public string Name => name;

    public async Task<SuiteResult> RunAsync(Repository repository)
    {
        if (host is null)
            return LeftOut(repository, "they need pwsh 7.4 or later");

        var results = Path.Combine(repository.TestResults, $"{name}.xml");
        var run = host.Script(repository, repository.At("tests", "Invoke-Pester.ps1"), [results, .. folders]);
        var (result, outcome) = await new SuiteCommand(run, results).RunAsync();
        if (outcome.ExitCode == NoPester)
            return LeftOut(repository, "they need Pester 5, and the PowerShell Gallery did not give it");

        // Only the console tells why a BeforeAll block failed.
        return result.Failed == 0 ? result : result with { Report = outcome.Output };
    }

    public SuiteResult LeftOut(Repository repository, string reason)
    {
        var files = folders.Select(folder => repository.At("tests", folder))
            .Where(Directory.Exists)
            .Sum(folder => Directory.GetFiles(folder, "*.Tests.ps1").Length);
        return SuiteResult.LeftOut(files, $"The suite {name} ({files} Pester files) was skipped: {reason}.");
    }
}
