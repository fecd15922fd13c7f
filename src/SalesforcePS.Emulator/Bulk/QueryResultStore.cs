using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Query results as the CSV that clients get, in parts of some thousand rows.</summary>
internal sealed class QueryResultStore(OrgDatabase database)
{
    private const long Header = -1;

    /// <summary>Begins a result with its header row, in place of an earlier one.</summary>
    public bool Start(string owner, ReadOnlyMemory<byte> header) => database.Write((_, _) =>
    {
        database.Prepare("DELETE FROM _bulk_result WHERE owner = ?").Bind(1, owner).Step();
        Insert(owner, Header, 0, header);
        return true;
    });

    /// <summary>As part of a larger write.</summary>
    public void Add(string owner, long firstRow, int count, ReadOnlyMemory<byte> rows) => database.Write((_, _) =>
    {
        Insert(owner, firstRow, count, rows);
        return true;
    });

    public long Count(string owner) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT COALESCE(SUM(count), 0) FROM _bulk_result WHERE owner = ?");
        statement.Bind(1, owner).Step();
        return statement.Integer(0);
    });

    public long Bytes(string owner) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT COALESCE(SUM(length(data)), 0) FROM _bulk_result WHERE owner = ?");
        statement.Bind(1, owner).Step();
        return statement.Integer(0);
    });

    /// <summary>The header row and then the rows from the first on, in pieces.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read(string owner, long firstRow, long count)
    {
        if (Part(owner, Header) is not { } header)
            yield break;
        yield return header.Data;
        var end = firstRow + count;
        for (var row = firstRow; row < end && Part(owner, row) is { } part; row = part.First + part.Count)
        {
            yield return row == part.First && end >= part.First + part.Count
                ? part.Data
                : CsvSlice.Rows(part.Data, (int)(row - part.First), (int)Math.Min(part.Count, end - part.First));
        }
    }

    private (long First, long Count, byte[] Data)? Part(string owner, long row) => database.Read<(long, long, byte[])?>((connection, _) =>
    {
        using var statement = new PreparedStatement(
            connection, "SELECT first, count, data FROM _bulk_result WHERE owner = ? AND first <= ? ORDER BY first DESC LIMIT 1");
        if (!statement.Bind(1, owner).Bind(2, row).Step())
            return null;
        var (first, count) = (statement.Integer(0), statement.Integer(1));
        return first == Header && row != Header || row >= first + count && row != Header ? null : (first, count, (byte[])statement.Value(2)!);
    });

    private void Insert(string owner, long firstRow, long count, ReadOnlyMemory<byte> data) =>
        database.Prepare("INSERT INTO _bulk_result VALUES (?, ?, ?, ?)").Bind(1, owner).Bind(2, firstRow).Bind(3, count).Bind(4, data).Step();
}
