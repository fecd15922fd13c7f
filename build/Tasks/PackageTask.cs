using System.IO.Compression;

namespace SalesforcePS.Build.Tasks;

internal static class PackageTask
{
    public static int Run(Repository repository)
    {
        BuildTask.Run(repository);
        var package = repository.At("output", $"SalesforcePS.{repository.Manifest.Version}.zip");
        File.Delete(package);
        using var archive = ZipFile.Open(package, ZipArchiveMode.Create);
        foreach (var file in Directory.EnumerateFiles(repository.StagedModule, "*", SearchOption.AllDirectories))
        {
            // Unpacked into a folder of PSModulePath, the module is found under its name and version.
            var entry = Path.GetRelativePath(repository.At("output"), file).Replace('\\', '/');
            archive.CreateEntryFromFile(file, entry);
        }

        Console.WriteLine($"Package: {package}");
        return 0;
    }
}
