using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

/// <summary>The Pester files that drive a real browser.</summary>
internal sealed class BrowserSuite(PowerShellHost? host) : ISuite
{
    private readonly PesterSuite pester = new(host, "Browser", "Browser");

    public string Name => pester.Name;

    public async Task<SuiteResult> RunAsync(Repository repository) =>
        host is null || await Chromium.IsHereAsync(repository)
            ? await pester.RunAsync(repository)
            : pester.LeftOut(repository, "they need Chromium and its driver, which are neither on PATH nor to be had by apt-get");
}
