using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace SalesforcePS.Loading;

/// <summary>
/// Lets the default load context find the engine, and the engine alone, in a context of its own. PowerShell reads the
/// exported types before it calls <see cref="OnImport"/>: none of them may build on a type of the engine.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string Engine = "SalesforcePS.Core";

    private static readonly DependencyContext Dependencies = new(
        Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, "dependencies"));

    /// <summary>Called at each import into a runspace.</summary>
    public void OnImport() => AssemblyLoadContext.Default.Resolving += ResolveEngine;

    /// <summary>Called at each removal; an engine that is already loaded stays loaded.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => AssemblyLoadContext.Default.Resolving -= ResolveEngine;

    private static Assembly? ResolveEngine(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == Engine ? Dependencies.LoadFromAssemblyName(name) : null;
}
