using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

internal sealed class PesterSuite(PowerShellHost? host) : ISuite
{
    // By this exit code tests/Invoke-Pester.ps1 says that there is no Pester 5 and that none can be got.
    private const int NoPester = 77;

    private static readonly string[] Folders = ["Commands", "Module"];

    public string Name => "Pester";

    public async Task<SuiteResult> RunAsync(Repository repository)
    {
        if (host is null)
            return LeftOut(repository, "they need pwsh 7.4 or later");

        var results = Path.Combine(repository.TestResults, "Pester.xml");
        var run = host.Script(repository, repository.At("tests", "Invoke-Pester.ps1"), results);
        var (result, outcome) = await new SuiteCommand(run, results).RunAsync();
        if (outcome.ExitCode == NoPester)
            return LeftOut(repository, "they need Pester 5, and the PowerShell Gallery did not give it");

        // Only the console tells why a BeforeAll block failed.
        return result.Failed == 0 ? result : result with { Report = outcome.Output };
    }

    private static SuiteResult LeftOut(Repository repository, string reason)
    {
        var files = Folders.Select(folder => repository.At("tests", folder))
            .Where(Directory.Exists)
            .Sum(folder => Directory.GetFiles(folder, "*.Tests.ps1").Length);
        return SuiteResult.LeftOut(files, $"The Pester suites ({files} files) were skipped: {reason}.");
    }
}
