namespace SalesforcePS.Build;

internal sealed class Repository(string root)
{
    public string Root { get; } = root;

    public ModuleManifest Manifest { get; } = ModuleManifest.Read(Path.Combine(root, "SalesforcePS.psd1"));

    public string ModuleAssembly => BuildOutput("SalesforcePS", "SalesforcePS.dll");

    public string StagedModule => At("output", "SalesforcePS", Manifest.Version);

    public string StagedManifest => Path.Combine(StagedModule, "SalesforcePS.psd1");

    public string TestResults => At("artifacts", "results");

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public string BuildOutput(string project, params string[] parts) =>
        At(["artifacts", "bin", project, "release", .. parts]);

    public static Repository Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SalesforcePS.sln")))
                return new Repository(folder.FullName);
        }

        throw new BuildException($"No SalesforcePS.sln above {AppContext.BaseDirectory}. Run build.sh or build.ps1 of the clone.");
    }
}
