namespace SalesforcePS.Build.Staging;

/// <summary>A folder that is to hold the added files and no others; only what differs is touched.</summary>
internal sealed class FolderMirror(string target)
{
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);

    public void Add(string file, params string[] folders)
    {
        if (!File.Exists(file))
            throw new BuildException($"{file} is missing, and the module ships it. Restore it, or run the clean task and build again.");

        sources.Add(Path.Combine([target, .. folders, Path.GetFileName(file)]), file);
    }

    public void Synchronize()
    {
        Directory.CreateDirectory(target);
        try
        {
            foreach (var stale in Directory.GetFiles(target, "*", SearchOption.AllDirectories).Where(f => !sources.ContainsKey(f)))
                File.Delete(stale);

            foreach (var (copy, source) in sources.Where(pair => Differ(pair.Key, pair.Value)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(source, copy, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException($"Cannot renew {target}: {e.Message} Close every PowerShell that has this module loaded.");
        }
    }

    private static bool Differ(string copy, string source)
    {
        var (there, here) = (new FileInfo(copy), new FileInfo(source));
        return !there.Exists || there.Length != here.Length || there.LastWriteTimeUtc != here.LastWriteTimeUtc;
    }
}
