using Microsoft.Data.Sqlite;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <param name="Text">SQL with the parameters @p0, @p1 and so on, and @list where rows are asked for by a list.</param>
/// <param name="Parameters">The values of @p0, @p1 and so on.</param>
/// <param name="Functions">What the connection must know for it.</param>
internal sealed record SqlStatement(string Text, IReadOnlyList<object> Parameters, IReadOnlyList<SqlFunction> Functions)
{
    /// <summary>A JSON array of record keys or of parents' ids.</summary>
    public const string List = "@list";

    public SqliteCommand Command(SqliteConnection connection, SqliteTransaction? transaction)
    {
        foreach (var function in Functions)
            function.Register(connection);
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // made of the schema's names, quoted, and of parameters
        command.CommandText = Text;
#pragma warning restore CA2100
        for (var index = 0; index < Parameters.Count; index++)
            command.Parameters.AddWithValue($"@p{index}", Parameters[index]);
        return command;
    }
}
