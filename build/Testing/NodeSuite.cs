using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

internal sealed class NodeSuite(string folder) : ISuite
{
    public string Name => Path.GetFileName(folder);

    public async Task<SuiteResult> RunAsync(Repository repository)
    {
        var installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        var wanted = Path.Combine(folder, "package-lock.json");
        if (File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(wanted))
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var install = await new Command(npm, ["ci", "--no-audit", "--no-fund"], folder).CaptureAsync(TimeSpan.FromMinutes(5));
            if (!install.Succeeded)
                return new SuiteResult(0, 1, 0, $"'npm ci' in {folder} failed.\n{install.Output}");
        }

        var results = Path.Combine(repository.TestResults, Name + ".xml");
        var test = new Command("node", ["--test", "--test-reporter=junit", $"--test-reporter-destination={results}"], folder);
        return (await new SuiteCommand(test, results).RunAsync()).Result;
    }
}
