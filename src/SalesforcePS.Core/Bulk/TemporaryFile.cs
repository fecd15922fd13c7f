namespace SalesforcePS.Core.Bulk;

/// <summary>Files for rows that do not fit into memory: only this user can read them, and they go with the process.</summary>
internal static class TemporaryFile
{
    /// <param name="opensAgain">True where the file is opened by its name too.</param>
    public static FileStream Create(bool opensAgain = false)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = opensAgain ? FileShare.ReadWrite | FileShare.Delete : FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, options);
        // Where an open file needs no name, not even a killed process leaves it behind.
        if (!opensAgain && !OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
