using SalesforcePS.Build.Shell;
using SalesforcePS.Build.Staging;

namespace SalesforcePS.Build.Tasks;

internal static class BenchTask
{
    public static async Task<int> RunAsync(Repository repository, string[] arguments)
    {
        StagedModule.Lay(repository);
        var host = await PowerShellHost.FindAsync(repository)
            ?? throw new BuildException("The benchmarks need pwsh 7.4 or later on PATH. Install PowerShell and run them again.");
        return await host.Script(repository, repository.At("bench", "run.ps1"), arguments).RunAsync();
    }
}
