using Xunit;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>Reference data that lies beside the repository; tests that need it are skipped without it.</summary>
internal static class ReferenceData
{
    public static string Find(string relativePath)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SalesforcePS.sln")))
            directory = directory.Parent;
        var path = Path.Combine(directory?.Parent?.FullName ?? string.Empty, "shared", "data", relativePath);
        Assert.SkipUnless(File.Exists(path), $"The reference data '{relativePath}' is not here.");
        return path;
    }

    public static string Read(string relativePath) => File.ReadAllText(Find(relativePath));
}
