using System.Text;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>
/// The file as UTF-8 that can be read from any place: itself, or a copy where it is in another encoding. So its rows have an address, and
/// a byte that is wrong in its encoding is found before anything is sent.
/// </summary>
internal sealed class InputFile : IDisposable
{
    private readonly FileStream? copy;

    private InputFile(string path, Encoding encoding, bool hasMark, FileStream? copy)
    {
        (Path, Encoding, HasMark, this.copy) = (path, encoding, hasMark, copy);
        var info = new FileInfo(path);
        (Length, Modified) = (info.Length, info.LastWriteTimeUtc);
    }

    public string Path { get; }

    /// <summary>The encoding of the file itself.</summary>
    public Encoding Encoding { get; }

    /// <summary>True where the file begins with a byte-order mark.</summary>
    public bool HasMark { get; }

    public long Length { get; }

    public DateTime Modified { get; }

    public static async Task<InputFile> OpenAsync(string path, Encoding? encoding, CancellationToken cancellation)
    {
        var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var _ = source.ConfigureAwait(false);
        var start = new byte[4];
        var known = await source.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        var marked = ByteOrderMark.Find(start.AsSpan(0, known));
        encoding ??= marked ?? Encoding.UTF8;
        var hasMark = marked?.CodePage == encoding.CodePage;
        if (hasMark)
            encoding = marked!;
        if (encoding.CodePage is 65001 or 20127)
            return new InputFile(path, Encoding.UTF8, hasMark, null);
        source.Position = hasMark ? marked!.Preamble.Length : 0;
        return new InputFile(path, encoding, hasMark, await CopyAsync(source, path, encoding, cancellation).ConfigureAwait(false));
    }

    /// <summary>Opens the UTF-8 at an address.</summary>
    public Stream OpenAt(long offset) => new FileStream(copy?.Name ?? Path, new FileStreamOptions
    {
        Share = copy is null ? FileShare.Read : FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 1,
        Options = FileOptions.SequentialScan,
    })
    { Position = offset };

    /// <exception cref="ImportException">Somebody has written to the file since it was opened: its rows are not where they were.</exception>
    public void CheckUnchanged()
    {
        var now = new FileInfo(Path);
        if (!now.Exists || now.Length != Length || now.LastWriteTimeUtc != Modified)
            throw new ImportException(ImportProblem.File, $"The file '{Path}' was changed while it was being imported.");
    }

    private static async Task<FileStream> CopyAsync(FileStream source, string path, Encoding encoding, CancellationToken cancellation)
    {
        var copy = TemporaryFile.Create(opensAgain: true);
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            var decoded = Encoding.CreateTranscodingStream(source, strict, new UTF8Encoding(false), leaveOpen: true);
            await using var _ = decoded.ConfigureAwait(false);
            await decoded.CopyToAsync(copy, cancellation).ConfigureAwait(false);
            await copy.FlushAsync(cancellation).ConfigureAwait(false);
            return copy;
        }
        catch (DecoderFallbackException wrong)
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw new ImportException(
                ImportProblem.File, $"The file '{path}' is not in the encoding {encoding.WebName}, near byte {source.Position}. Say the right one with -Encoding.", wrong);
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public void Dispose() => copy?.Dispose();
}
