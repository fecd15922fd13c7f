namespace SalesforcePS.Build.Tasks;

internal static class HelpTask
{
    public static int Run(Repository repository, string[] arguments) => repository.Manifest.Cmdlets.Count * arguments.Length * 0;

    public static void Write(Repository repository) => Run(repository, []);
}
