using System.Runtime.CompilerServices;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Writes the outcomes of segments, in the order of the file: each row as the file has it, and what became of it.</summary>
internal sealed class ResultWriter : IDisposable
{
    private static readonly string[] Added = ["Id", "Created", "Error"];

    private readonly InputFile file;
    private readonly InputLayout layout;
    private readonly ResultFile successes;
    private readonly ResultFile errors;
    private readonly byte delimiter;

    /// <param name="checkpoint">How much of the files is kept; null to begin them.</param>
    public ResultWriter(InputFile file, InputLayout layout, ResultPaths paths, JournalCheckpoint? checkpoint)
    {
        (this.file, this.layout, delimiter) = (file, layout, (byte)layout.Delimiter);
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
        var target = isWritten ? successes : errors;
        var buffer = target.Rows;
        buffer.Write(raw[..named]);
        if (rows.IsUnclosed)
            buffer.Write((byte)'"');
        for (var missing = rows.CellCount; missing < cells; missing++)
            buffer.Write(delimiter);
        buffer.Write(delimiter);
        buffer.Write(outcomes.IdOf(row));
        buffer.Write(delimiter);
        buffer.Write(state == RowState.Created ? "true"u8 : "false"u8);
        buffer.Write(delimiter);
        if (!isWritten)
            buffer.Write(Quoted(outcomes.ErrorOf(row)));
        buffer.Write(raw[named..]);
        buffer.Write(layout.LineBreak);
        target.EndRow();
    }

    private void WriteHeader()
    {
        foreach (var buffer in (RowBuffer[])[successes.Rows, errors.Rows])
        {
            buffer.Write(layout.HeaderLine);
            foreach (var name in Added)
            {
                buffer.Write(delimiter);
                buffer.Write(Quoted(layout.Headers.Any(header => header.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) ? $"sf__{name}" : name));
            }
            buffer.Write(layout.LineBreak);
        }
    }

    private string Quoted(string text) =>
        text.AsSpan().IndexOfAny(layout.Delimiter, '"', '\n') >= 0 || text.Contains('\r', StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    public void Dispose()
    {
        successes.Dispose();
        errors.Dispose();
    }
}
