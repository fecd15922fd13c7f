using SalesforcePS.Build;
using SalesforcePS.Build.Staging;

namespace SalesforcePS.Architecture.Tests.Build;

public sealed class FolderMirrorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Source => Path.Combine(folder, "source.txt");

    private string Target => Path.Combine(folder, "target");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void FileThatIsNoMore_Goes()
    {
        File.WriteAllText(Source, "new");
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "old.txt"), "old");

        Mirror();

        Assert.Equal([Path.Combine(Target, "source.txt")], Directory.GetFiles(Target));
    }

    [Fact]
    public void UnchangedFile_IsNotTouched()
    {
        File.WriteAllText(Source, "same");
        Mirror();
        var copy = Path.Combine(Target, "source.txt");
        using var held = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read);

        Assert.Null(Record.Exception(Mirror));
    }

    [Fact]
    public void MissingSource_IsNamed()
    {
        var error = Assert.Throws<BuildException>(Mirror);

        Assert.Contains(Source, error.Message, StringComparison.Ordinal);
    }

    private void Mirror()
    {
        var mirror = new FolderMirror(Target);
        mirror.Add(Source);
        mirror.Synchronize();
    }
}
