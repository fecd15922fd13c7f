using SalesforcePS.Build;
using SalesforcePS.Build.Help;

namespace SalesforcePS.Architecture.Tests;

internal static class ModuleTypes
{
    public static ModuleAssembly Load() => ModuleAssembly.Load(Repository.Find().ModuleAssembly);
}
