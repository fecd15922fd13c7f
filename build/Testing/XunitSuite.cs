using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

internal sealed class XunitSuite(string project) : ISuite
{
    public string Name => project;

    public async Task<SuiteResult> RunAsync(Repository repository)
    {
        var results = Path.Combine(repository.TestResults, project + ".xml");
        var run = Command.Dotnet(
            repository.Root, repository.BuildOutput(project, project + ".dll"), "-noColor", "-noLogo", "-jUnit", results);
        return (await new SuiteCommand(run, results).RunAsync()).Result;
    }
}
