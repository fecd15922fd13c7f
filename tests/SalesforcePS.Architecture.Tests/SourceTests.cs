using SalesforcePS.Build;

namespace SalesforcePS.Architecture.Tests;

public sealed class SourceTests
{
    private const int MostLines = 250;
    private static readonly string[] NotOurs = [".git", "artifacts", "output", "node_modules"];
    private static readonly string[] Code = [".cs", ".ps1", ".psm1", ".psd1", ".sh", ".mjs", ".js"];
    private static readonly string[] PowerShell = [".ps1", ".psm1", ".psd1", ".ps1xml"];

    [Fact]
    public void SourceFile_IsShort() =>
        Problems.AssertNone(
            from file in Files(Code)
            let lines = File.ReadLines(file).Count()
            where lines > MostLines
            select $"{file} has {lines} lines; {MostLines} are allowed");

    [Fact]
    public void PowerShellFile_IsPlainAscii() =>
        Problems.AssertNone(
            from file in Files(PowerShell)
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where line.Text.Any(character => character > 126)
            select $"{file}:{line.Number} is not plain ASCII");

    private static IEnumerable<string> Files(string[] extensions) =>
        Files(new DirectoryInfo(Repository.Find().Root))
            .Where(file => extensions.Contains(file.Extension))
            .Select(file => file.FullName);

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name))
            .SelectMany(Files)
            .Concat(folder.EnumerateFiles());
}
