using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Writes the outcomes of segments, in the order of the file: each row as the file has it, and what became of it.</summary>
internal sealed class ResultWriter : IDisposable
{
    private static readonly string[] Added = ["Id", "Created", "Error"];

    private readonly InputFile file;
    private readonly InputLayout layout;
    private readonly ResultFile successes;
    private readonly ResultFile errors;
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <param name="checkpoint">How much of the files is kept; null to begin them.</param>
    public ResultWriter(InputFile file, InputLayout layout, ResultPaths paths, JournalCheckpoint? checkpoint)
    {
        (this.file, this.layout) = (file, layout);
        successes = new ResultFile(paths.Success, file, checkpoint?.SuccessLength ?? 0);
        errors = new ResultFile(paths.Error, file, checkpoint?.ErrorLength ?? 0);
        if (checkpoint is null)
            WriteHeader();
    }

    /// <exception cref="Errors.ProtocolException">The segment has not as many rows as outcomes.</exception>
    public void Write(Segment segment, SegmentOutcomes outcomes)
    {
        using var rows = new InputRows(file, layout.Delimiter, segment.Offset);
        var count = 0;
        for (; count < segment.Rows && rows.Read(); count++)
            WriteRow(rows, outcomes, count);
        file.CheckUnchanged();
        if (count != outcomes.Rows || outcomes.CountOf(RowState.Pending) > 0)
            throw new Errors.ProtocolException($"{outcomes.Rows - outcomes.CountOf(RowState.Pending)} outcomes came for {count} rows from row {segment.FirstRow + 1} of the file on.");
    }

    /// <summary>Puts the files on the disk; returns their lengths.</summary>
    public (long Success, long Error) Flush(bool toDisk) => (successes.Flush(toDisk), errors.Flush(toDisk));

    public void Complete()
    {
        successes.Complete();
        errors.Complete();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteRow(InputRows rows, SegmentOutcomes outcomes, int row)
    {
        var state = outcomes.StateOf(row);
        var isWritten = state is RowState.Updated or RowState.Created;
        var raw = rows.Raw;
        var cells = layout.Headers.Count;
        // What a row has beyond the header stays behind the added columns, which so are where the header says.
        var named = rows.CellCount > cells ? rows.LengthOf(cells) : raw.Length;
        buffer.ResetWrittenCount();
        buffer.Write(raw[..named]);
        if (rows.IsUnclosed)
            buffer.Write("\""u8);
        for (var missing = rows.CellCount; missing < cells; missing++)
            WriteDelimiter();
        WriteDelimiter();
        buffer.Write(outcomes.IdOf(row));
        WriteDelimiter();
        buffer.Write(state == RowState.Created ? "true"u8 : "false"u8);
        WriteDelimiter();
        if (!isWritten)
            WriteText(outcomes.ErrorOf(row));
        buffer.Write(raw[named..]);
        buffer.Write(layout.LineBreak);
        (isWritten ? successes : errors).Write(buffer.WrittenSpan);
    }

    private void WriteHeader()
    {
        buffer.ResetWrittenCount();
        buffer.Write(layout.HeaderLine);
        foreach (var name in Added)
        {
            WriteDelimiter();
            WriteText(layout.Headers.Any(header => header.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) ? $"sf__{name}" : name);
        }
        buffer.Write(layout.LineBreak);
        successes.Write(buffer.WrittenSpan);
        errors.Write(buffer.WrittenSpan);
    }

    private void WriteDelimiter() => buffer.Write([(byte)layout.Delimiter]);

    private void WriteText(string text)
    {
        if (text.AsSpan().IndexOfAny(layout.Delimiter, '"', '\n') >= 0 || text.Contains('\r', StringComparison.Ordinal))
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Encoding.UTF8.GetBytes(text, buffer);
    }

    public void Dispose()
    {
        successes.Dispose();
        errors.Dispose();
    }
}
