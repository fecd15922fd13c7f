using SalesforcePS.Core.Bulk;

namespace SalesforcePS.Core.Files;

/// <summary>The body of a file to be uploaded. It is opened for each attempt, and never held in memory as a whole.</summary>
public sealed class FileContent : IDisposable
{
    private readonly Func<Stream> open;

    private readonly FileStream? owned;

    private FileContent(long length, Func<Stream> open, FileStream? owned = null) => (Length, this.open, this.owned) = (length, open, owned);

    /// <summary>Bytes.</summary>
    public long Length { get; }

    public static FileContent FromFile(string path) => new(new FileInfo(path).Length, () => new FileStream(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    }));

    public static FileContent FromBytes(byte[] bytes) => new(bytes.Length, () => new MemoryStream(bytes, writable: false));

    /// <summary>Copies the stream from where it stands into a temporary file, since an upload may have to read it again.</summary>
    public static FileContent FromStream(Stream stream)
    {
        var file = TemporaryFile.Create();
        try
        {
            stream.CopyTo(file);
            file.Flush();
            return new FileContent(file.Length, () => new HandleStream(file.SafeFileHandle), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Removes the copy of a stream; nothing else is held.</summary>
    public void Dispose() => owned?.Dispose();

    internal Stream Open() => open();
}
