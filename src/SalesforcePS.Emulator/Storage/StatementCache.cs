using SQLitePCL;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The compiled statements of one connection, kept for the next time.</summary>
internal sealed class StatementCache(sqlite3 handle) : IDisposable
{
    private const int MaximumStatements = 1_000;

    private readonly Dictionary<string, PreparedStatement> statements = [];

    /// <summary>For use until the next call.</summary>
    public PreparedStatement Prepare(string sql)
    {
        if (statements.Count == MaximumStatements)
            Dispose();
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new PreparedStatement(handle, sql);
            statements.Add(sql, statement);
        }
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }
}
