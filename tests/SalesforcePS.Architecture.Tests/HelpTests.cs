using SalesforcePS.Build;
using SalesforcePS.Build.Help;

namespace SalesforcePS.Architecture.Tests;

public sealed class HelpTests
{
    [Fact]
    public void Pages_AreCompleteAndTheHelpFileIsMadeOfThem() =>
        Problems.AssertNone(new HelpPages(Repository.Find(), ModuleTypes.Load().Cmdlets).Check());
}
