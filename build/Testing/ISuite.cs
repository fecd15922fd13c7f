namespace SalesforcePS.Build.Testing;

internal interface ISuite
{
    string Name { get; }

    Task<SuiteResult> RunAsync(Repository repository);
}
