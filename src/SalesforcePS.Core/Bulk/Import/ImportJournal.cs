using System.Text.Json;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>
/// What an import has done, one JSON line after the other. A line that decides what may be sent is on the disk before it is sent. Only
/// one process has the file at a time.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    private readonly object gate = new();
    private readonly FileStream file;

    private ImportJournal(FileStream file, JournalState state) => (this.file, State) = (file, state);

    /// <summary>What earlier runs have left; empty for a new journal.</summary>
    public JournalState State { get; }

    /// <exception cref="ImportException">The file is no journal, or another process has it.</exception>
    public static ImportJournal Open(string path)
    {
        var file = OpenFile(path);
        try
        {
            return new ImportJournal(file, Read(file, path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a journal without taking it; null where there is none.</summary>
    /// <exception cref="ImportException">The file is no journal, or another process has it.</exception>
    public static JournalState? Peek(string path)
    {
        if (!File.Exists(path))
            return null;
        using var journal = Open(path);
        return journal.State;
    }

    public void Begin(JournalHeader header) => Append(new JournalLine { Import = header }, isLasting: true);

    public void NoteSegment(Segment segment) => Append(new JournalLine { Segment = segment }, isLasting: false);

    public void NoteJob(int segment, string jobId) => Append(new JournalLine { Job = new JournalJob(segment, jobId) }, isLasting: true);

    public void NoteVoid(int segment, string jobId) => Append(new JournalLine { Void = new JournalJob(segment, jobId) }, isLasting: false);

    public void NoteWritten(JournalCheckpoint checkpoint) => Append(new JournalLine { Written = checkpoint }, isLasting: true);

    public void NoteComplete() => Append(new JournalLine { Complete = true }, isLasting: true);

    private void Append(JournalLine line, bool isLasting)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Default.JournalLine);
        lock (gate)
        {
            file.Write([.. bytes, (byte)'\n']);
            file.Flush(flushToDisk: isLasting);
        }
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new ImportException(ImportProblem.Journal, $"The journal '{path}' cannot be opened: another import has it ({exception.Message})", exception);
        }
    }

    private static JournalState Read(FileStream file, string path)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var state = new JournalState();
        var rest = bytes.AsMemory();
        var good = 0;
        for (var end = rest.Span.IndexOf((byte)'\n'); end >= 0; end = rest.Span.IndexOf((byte)'\n'))
        {
            if (Parse(rest.Span[..end]) is not { } line || (good == 0 && line.Import is null))
                break;
            state.Add(line);
            good += end + 1;
            rest = rest[(end + 1)..];
        }
        CheckRest(path, state, rest.Span);
        // A torn line is the last thing that a killed process wrote: what it was about has not been done.
        file.SetLength(good);
        file.Position = good;
        return state;
    }

    /// <summary>What is left is at most a torn line, or zeros where the machine went down; else the file is somebody's, or damaged.</summary>
    private static void CheckRest(string path, JournalState state, ReadOnlySpan<byte> rest)
    {
        if (state.Header is null && rest.Length > 0 && !rest.StartsWith("{\"import\":"u8[..Math.Min(rest.Length, 10)]) && rest.ContainsAnyExcept((byte)0))
            throw new ImportException(ImportProblem.Journal, $"The file '{path}' is no journal of an import. Give -StatePath a name of its own.");
        var end = rest.IndexOf((byte)'\n');
        if (end >= 0 && rest[(end + 1)..].ContainsAnyExcept((byte)0))
            throw new ImportException(ImportProblem.Journal, $"The journal '{path}' is damaged in the middle, after {state.Jobs.Count} jobs. It cannot be taken up.");
    }

    private static JournalLine? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
