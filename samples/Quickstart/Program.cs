using Quickstart;
using SalesforcePS.Core.Errors;

try
{
    var accounts = new CompanyFile(args).Read();
    var steps = new StepTable();
    using var local = await LocalOrg.StartAsync(Path.Combine(AppContext.BaseDirectory, "data", "schema.json"));
    OrgSession? org = null;
    await steps.RunAsync("Sign in to a local org", 1, async () =>
    {
        org = await OrgSession.OpenAsync(local);
        steps.ApiCalls = () => org.ApiCalls;
        return 1;
    });
    using (org)
        await new Scenario(org!, steps, accounts).RunAsync();
    return steps.Print() ? 0 : 1;
}
catch (Exception problem) when (problem is SalesforceException or ArgumentException or IOException or KeyNotFoundException or InvalidOperationException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
