using SalesforcePS.Build.Shell;

namespace SalesforcePS.Build.Testing;

/// <summary>Chromium and its driver, from PATH, or else from the system's packages where these may be installed.</summary>
internal static class Chromium
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>False where they cannot be had.</summary>
    public static async Task<bool> IsHereAsync(Repository repository)
    {
        if (IsInstalled)
            return true;
        if (!IsOnPath("apt-get") || !Environment.IsPrivilegedProcess)
            return false;
        _ = await new Command("apt-get", ["update", "-qq"], repository.Root).CaptureAsync(Limit);
        _ = await new Command("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"], repository.Root)
        {
            Environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" },
        }.CaptureAsync(Limit);
        return IsInstalled;
    }

    private static bool IsInstalled => Browsers.Any(IsOnPath) && IsOnPath("chromedriver");

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
