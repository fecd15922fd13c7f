using System.Reflection;
using System.Runtime.Loader;

namespace SalesforcePS.Loading;

/// <summary>Holds the engine and its libraries apart from the versions that other modules bring into the process.</summary>
internal sealed class DependencyContext(string folder) : AssemblyLoadContext("SalesforcePS")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
