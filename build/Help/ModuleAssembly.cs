using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace SalesforcePS.Build.Help;

/// <summary>
/// The module's assembly, read but not run. System.Management.Automation is the compile-time one of PowerShellStandard,
/// whose members do nothing: so attributes are read as data and never made.
/// </summary>
internal sealed class ModuleAssembly
{
    private ModuleAssembly(Assembly assembly) => Assembly = assembly;

    public Assembly Assembly { get; }

    public IReadOnlyList<CmdletFacts> Cmdlets =>
        [.. CmdletTypes.Select(CmdletReader.Read).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    private IEnumerable<Type> CmdletTypes => Assembly.GetTypes().Where(type => type.Data<CmdletAttribute>() is not null);

    public static ModuleAssembly Load(string path)
    {
        var context = new AssemblyLoadContext("help");
        context.Resolving += (_, name) =>
        {
            var file = Path.Combine(Path.GetDirectoryName(path)!, name.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
        return new ModuleAssembly(context.LoadFromAssemblyPath(path));
    }
}
