using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// Keeps a second emulator away from a database file: each gives out record numbers of its own. The operating system
/// takes the lock back when the process ends, however it ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    public static FileLock? Take(string fileOrMemory)
    {
        if (fileOrMemory == OrgDatabase.InMemory)
            return null;
        try
        {
            return new FileLock(new FileStream(
                $"{fileOrMemory}-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(
                $"The database {fileOrMemory} cannot be used: {exception.Message.TrimEnd('.')}. Stop the emulator that uses it, or give another file.");
        }
    }

    public void Dispose() => stream.Dispose();
}
