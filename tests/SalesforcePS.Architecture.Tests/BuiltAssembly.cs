using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using SalesforcePS.Build;

namespace SalesforcePS.Architecture.Tests;

internal static class BuiltAssembly
{
    public static IReadOnlyList<string> References(string project)
    {
        var path = Repository.Find().BuildOutput(project, project + ".dll");
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    public static bool IsFramework(string assembly) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), assembly + ".dll"));
}
