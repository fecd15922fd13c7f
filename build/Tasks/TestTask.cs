using System.Diagnostics;
using SalesforcePS.Build.Shell;
using SalesforcePS.Build.Staging;
using SalesforcePS.Build.Testing;

namespace SalesforcePS.Build.Tasks;

internal static class TestTask
{
    // Tests of cancelling and time limits want a core to themselves, so two suites at a time and no more.
    private const int SuitesAtOnce = 2;

    public static async Task<int> RunAsync(Repository repository)
    {
        var sum = await RunAllAsync(repository);
        Console.WriteLine(sum);
        return sum.Failed == 0 ? 0 : 1;
    }

    private static async Task<SuiteResult> RunAllAsync(Repository repository)
    {
        try
        {
            // The help is not renewed here: a test says where it is stale.
            StagedModule.Lay(repository);
        }
        catch (BuildException e)
        {
            Console.Error.WriteLine(e.Message);
            return new SuiteResult(0, 1, 0, e.Message);
        }

        var host = await PowerShellHost.FindAsync(repository);
        using var turn = new SemaphoreSlim(SuitesAtOnce);
        var results = await Task.WhenAll(Suites(repository, host).Select(suite => RunInTurnAsync(suite, repository, turn)));
        return results.Aggregate(SuiteResult.None, (total, result) => total.Plus(result));
    }

    private static List<ISuite> Suites(Repository repository, PowerShellHost? host)
    {
        var suites = new List<ISuite> { new PesterSuite(host, "Pester", "Commands", "Module") };
        foreach (var folder in Directory.EnumerateDirectories(repository.At("tests")).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            if (File.Exists(Path.Combine(folder, name + ".csproj")))
                suites.Add(new XunitSuite(name));
            else if (File.Exists(Path.Combine(folder, "package.json")))
                suites.Add(new NodeSuite(folder));
        }

        // Last: it may have to install a browser, and must not fetch Pester while the first suite does.
        suites.Add(new BrowserSuite(host));
        return suites;
    }

    private static async Task<SuiteResult> RunInTurnAsync(ISuite suite, Repository repository, SemaphoreSlim turn)
    {
        await turn.WaitAsync();
        try
        {
            var clock = Stopwatch.StartNew();
            var result = await RunOneAsync(suite, repository);
            var report = result.Report.Length == 0 ? "" : $"\n{result.Report.TrimEnd()}";
            Console.WriteLine($"{suite.Name}: {result} ({clock.Elapsed.TotalSeconds:F1} s){report}");
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<SuiteResult> RunOneAsync(ISuite suite, Repository repository)
    {
        try
        {
            return await suite.RunAsync(repository);
        }
        catch (BuildException e)
        {
            return new SuiteResult(0, 1, 0, e.Message);
        }
    }
}
