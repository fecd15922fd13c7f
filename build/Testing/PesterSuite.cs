using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

internal sealed class PesterSuite(PowerShellHost? host) : ISuite
{
    // By this exit code tests/Invoke-Pester.ps1 says that there is no Pester 5 and that none can be got.
    private const int NoPester = 77;

    public string Name => "Pester";

    public async Task<SuiteResult> RunAsync(Repository repository)
    {
        if (host is null)
            return LeftOut(repository, "they need pwsh 7.4 or later");

        var results = Path.Combine(repository.TestResults, "Pester.xml");
        var run = host.Script(repository, repository.At("tests", "Invoke-Pester.ps1"), results);
        var (result, exitCode) = await new SuiteCommand(run, results).RunAsync();
        return exitCode == NoPester
            ? LeftOut(repository, "they need Pester 5, and the PowerShell Gallery did not give it")
            : result;
    }

    private static SuiteResult LeftOut(Repository repository, string reason)
    {
        var files = Directory.GetFiles(repository.At("tests"), "*.Tests.ps1", SearchOption.AllDirectories)
            .Count(file => !file.Contains("node_modules", StringComparison.Ordinal));
        return SuiteResult.LeftOut(files, $"The Pester suites ({files} files) were skipped: {reason}.");
    }
}
