using System.Text;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>A result file, in the encoding of the input.</summary>
internal sealed class ResultFile : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly string path;
    private readonly FileStream file;
    private readonly Stream target;

    public ResultFile(string path, InputFile input, long keep)
    {
        this.path = path;
        file = new FileStream(ResultPaths.Partial(path), new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 1 });
        file.SetLength(keep);
        file.Position = keep;
        if (keep == 0 && input.HasMark)
            file.Write(input.Encoding.Preamble);
        target = input.Encoding.CodePage == Encoding.UTF8.CodePage
            ? file
            : Encoding.CreateTranscodingStream(file, Tolerant(input.Encoding), new UTF8Encoding(false), leaveOpen: true);
    }

    /// <summary>Takes the next row, in UTF-8, up to <see cref="EndRow"/>.</summary>
    public RowBuffer Rows { get; } = new();

    public void EndRow()
    {
        if (Rows.Length > BufferSize)
            WriteRows();
    }

    /// <summary>Puts all that was written on the disk; returns the file's length.</summary>
    public long Flush(bool toDisk)
    {
        WriteRows();
        target.Flush();
        file.Flush(toDisk);
        return file.Position;
    }

    /// <summary>Gives the file its name.</summary>
    public void Complete()
    {
        Dispose();
        File.Move(ResultPaths.Partial(path), path, overwrite: true);
    }

    /// <summary>An error text may have characters that the input's encoding has not.</summary>
    private static Encoding Tolerant(Encoding encoding)
    {
        var copy = (Encoding)encoding.Clone();
        copy.EncoderFallback = EncoderFallback.ReplacementFallback;
        return copy;
    }

    private void WriteRows()
    {
        target.Write(Rows.Written);
        Rows.Clear();
    }

    public void Dispose()
    {
        try
        {
            if (target.CanWrite)
                WriteRows();
        }
        finally
        {
            target.Dispose();
            file.Dispose();
        }
    }
}
