namespace SalesforcePS.Emulator;

/// <summary>Finds a dotnet host that has the ASP.NET Core runtime. PowerShell itself may well bring a .NET without it.</summary>
internal static class DotnetHost
{
    private const int OldestMajor = 8;

    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The host's path; null where there is none with ASP.NET Core 8.0 or later.</summary>
    public static string? Find() =>
        Folders().Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(host => File.Exists(host) && HasAspNetCore(host));

    private static IEnumerable<string> Folders()
    {
        var candidates = new List<string?> { Environment.GetEnvironmentVariable("DOTNET_ROOT") };
        candidates.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        candidates.AddRange(["/usr/share/dotnet", "/usr/lib/dotnet", "/usr/local/share/dotnet"]);
        candidates.Add(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet"));
        candidates.Add(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet"));
        return candidates.OfType<string>().Where(folder => folder.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private static bool HasAspNetCore(string host)
    {
        // The host on PATH is often a link to the one beside its runtimes.
        var real = File.ResolveLinkTarget(host, returnFinalTarget: true)?.FullName ?? host;
        var runtimes = Path.Combine(Path.GetDirectoryName(real)!, "shared", "Microsoft.AspNetCore.App");
        return Directory.Exists(runtimes)
            && Directory.EnumerateDirectories(runtimes).Any(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) && version.Major >= OldestMajor);
    }
}
