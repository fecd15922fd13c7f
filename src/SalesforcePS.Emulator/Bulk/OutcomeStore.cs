using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>What became of the rows of an upload, in the order of the rows.</summary>
internal sealed class OutcomeStore(OrgDatabase database)
{
    /// <summary>As part of the write that made the outcomes.</summary>
    public void Add(string owner, long firstRow, IReadOnlyList<SaveResult> outcomes) => database.Write((_, _) =>
        database.Prepare("INSERT INTO _bulk_outcome VALUES (?, ?, ?, ?)")
            .Bind(1, owner).Bind(2, firstRow).Bind(3, (long)outcomes.Count).Bind(4, OutcomeCodec.Encode(outcomes)).Step());

    /// <summary>How many rows have an outcome: those from the first on.</summary>
    public long Count(string owner) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT COALESCE(MAX(first + count), 0) FROM _bulk_outcome WHERE owner = ?");
        statement.Bind(1, owner).Step();
        return statement.Integer(0);
    });

    public IEnumerable<SaveResult> Read(string owner)
    {
        var row = 0L;
        while (ReadChunk(owner, row) is { } chunk)
        {
            row += chunk.Length;
            foreach (var outcome in chunk)
                yield return outcome;
        }
    }

    private SaveResult[]? ReadChunk(string owner, long firstRow) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT count, data FROM _bulk_outcome WHERE owner = ? AND first = ?");
        return statement.Bind(1, owner).Bind(2, firstRow).Step()
            ? OutcomeCodec.Decode((byte[])statement.Value(1)!, (int)statement.Integer(0))
            : null;
    });
}
