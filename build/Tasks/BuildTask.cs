using SalesforcePS.Build.Staging;

namespace SalesforcePS.Build.Tasks;

internal static class BuildTask
{
    public static int Run(Repository repository)
    {
        HelpTask.Write(repository);
        StagedModule.Lay(repository);
        Console.WriteLine($"Module {repository.Manifest.Version} is in {repository.StagedModule}");
        return 0;
    }
}
