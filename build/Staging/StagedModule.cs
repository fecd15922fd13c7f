namespace SalesforcePS.Build.Staging;

/// <summary>Lays out the module folder as it ships.</summary>
internal static class StagedModule
{
    private static readonly string[] Platforms = ["linux", "osx", "win"];

    public static void Lay(Repository repository)
    {
        var folder = new FolderMirror(repository.StagedModule);
        folder.Add(repository.At("SalesforcePS.psd1"));
        folder.Add(repository.At("src", "SalesforcePS", "SalesforcePS.Format.ps1xml"));
        folder.Add(repository.At("LICENSE"));
        folder.Add(repository.ModuleAssembly, "bin");
        foreach (var file in Directory.EnumerateFiles(repository.At("en-US")))
            folder.Add(file, "en-US");

        foreach (var file in Directory.EnumerateFiles(repository.BuildOutput("SalesforcePS"), "*.dll").Where(IsDependency))
            folder.Add(file, "bin", "dependencies");

        var emulator = repository.BuildOutput("SalesforcePS.Emulator");
        foreach (var file in Directory.EnumerateFiles(emulator, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(emulator, file);
            if (BelongsToEmulator(path))
                folder.Add(file, ["bin", "emulator", Path.GetDirectoryName(path)!]);
        }

        folder.Synchronize();
    }

    private static bool IsDependency(string file) =>
        Path.GetFileName(file) is not ("SalesforcePS.dll" or "System.Management.Automation.dll");

    private static bool BelongsToEmulator(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        if (parts[0] == "runtimes")
            return Platforms.Contains(parts[1].Split('-')[0]);

        return Path.GetExtension(path) is not (".pdb" or ".xml")
            && !path.EndsWith(".staticwebassets.endpoints.json", StringComparison.Ordinal);
    }
}
