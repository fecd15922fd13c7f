using SalesforcePS.Build;

namespace SalesforcePS.Architecture.Tests;

public sealed class ManifestTests
{
    [Fact]
    public void CmdletsToExport_AreTheCmdletsOfTheAssembly()
    {
        var exported = Repository.Find().Manifest.Cmdlets;
        var compiled = ModuleTypes.Load().Cmdlets.Select(cmdlet => cmdlet.Name).ToList();

        Problems.AssertNone(compiled.Except(exported).Select(name => $"SalesforcePS.psd1 does not export {name}"));
        Problems.AssertNone(exported.Except(compiled).Select(name => $"SalesforcePS.psd1 exports {name}, which is not in the assembly"));
    }
}
