using SalesforcePS.Build.Help;

namespace SalesforcePS.Build.Tasks;

internal static class HelpTask
{
    public static int Run(Repository repository, string[] arguments)
    {
        if (arguments is not ["--check"])
            throw new BuildException("'help' takes --check and nothing else; the build task writes the help.");

        var gaps = Pages(repository).Check().ToList();
        gaps.ForEach(Console.Error.WriteLine);
        return gaps.Count == 0 ? 0 : 1;
    }

    public static void Write(Repository repository) => Pages(repository).Write();

    private static HelpPages Pages(Repository repository) =>
        new(repository, ModuleAssembly.Load(repository.ModuleAssembly).Cmdlets);
}
