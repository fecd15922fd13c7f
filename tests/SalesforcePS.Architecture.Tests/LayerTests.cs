namespace SalesforcePS.Architecture.Tests;

public sealed class LayerTests
{
    private const string Engine = "SalesforcePS.Core";
    private const string Module = "SalesforcePS";
    private const string PowerShell = "System.Management.Automation";

    [Fact]
    public void Engine_KnowsNeitherPowerShellNorCmdletsNorWebServer() =>
        Problems.AssertNone(BuiltAssembly.References(Engine)
            .Where(name => name is PowerShell or Module || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Fact]
    public void Emulator_SharesNoCodeWithWhatItMeasures() =>
        Problems.AssertNone(BuiltAssembly.References("SalesforcePS.Emulator")
            .Where(name => name is PowerShell || name.StartsWith(Module, StringComparison.Ordinal)));

    [Fact]
    public void Module_ReferencesEnginePowerShellAndFrameworkOnly() =>
        Problems.AssertNone(BuiltAssembly.References(Module)
            .Where(name => name is not (Engine or PowerShell) && !BuiltAssembly.IsFramework(name)));
}
