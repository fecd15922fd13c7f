namespace SalesforcePS.Core.Bulk;

/// <summary>Files for rows that do not fit into memory: only this user can read them, and they go with the process.</summary>
internal static class TemporaryFile
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None | FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, options);
        // Where an open file needs no name, not even a killed process leaves it behind.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
