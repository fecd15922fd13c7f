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

    private static int imports;

    /// <summary>Called at each import, and so once for every runspace that has the module.</summary>
    public void OnImport()
    {
        if (Interlocked.Increment(ref imports) == 1)
            AssemblyLoadContext.Default.Resolving += ResolveEngine;
    }

    /// <summary>Called at each removal. A runspace that is closed without one leaves the handler in place.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Interlocked.Decrement(ref imports) == 0)
            AssemblyLoadContext.Default.Resolving -= ResolveEngine;
    }

    private static Assembly? ResolveEngine(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == Engine ? Dependencies.LoadFromAssemblyName(name) : null;
}
