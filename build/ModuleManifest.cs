using System.Text.RegularExpressions;

namespace SalesforcePS.Build;

internal sealed partial record ModuleManifest(string Version, IReadOnlyList<string> Cmdlets)
{
    public static ModuleManifest Read(string path)
    {
        var text = File.ReadAllText(path);
        var version = VersionPattern().Match(text);
        if (!version.Success)
            throw new BuildException($"{path} has no ModuleVersion. Add a line like: ModuleVersion = '1.2.3'");

        var cmdlets = QuotedPattern().Matches(CmdletsPattern().Match(text).Groups[1].Value);
        return new ModuleManifest(version.Groups[1].Value, [.. cmdlets.Select(m => m.Groups[1].Value)]);
    }

    [GeneratedRegex(@"ModuleVersion\s*=\s*'([0-9.]+)'")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\(([^)]*)\)")]
    private static partial Regex CmdletsPattern();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedPattern();
}
