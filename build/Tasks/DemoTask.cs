using SalesforcePS.Build.Shell;
using SalesforcePS.Build.Staging;

namespace SalesforcePS.Build.Tasks;

internal static class DemoTask
{
    public static async Task<int> RunAsync(Repository repository, string[] arguments)
    {
        StagedModule.Lay(repository);
        if (await PowerShellHost.FindAsync(repository) is { } host)
            return await host.Script(repository, repository.At("samples", "quickstart.ps1"), arguments).RunAsync();

        Console.WriteLine("Running the same scenario in C# on the engine (samples/Quickstart).");
        var twin = repository.BuildOutput("Quickstart", "Quickstart.dll");
        return await Command.Dotnet(repository.Root, [twin, .. arguments]).RunAsync();
    }
}
