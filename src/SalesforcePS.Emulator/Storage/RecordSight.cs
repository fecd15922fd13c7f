using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The org as formulas see it over one connection.</summary>
internal sealed class RecordSight(SqliteConnection connection, OrgSchema schema, FormulaSurroundings surroundings) : IFormulaEnvironment, IDisposable
{
    // Connections go back to a pool, and their handle comes out of it again inside of another one.
    private readonly StatementCache statements = new(connection.Handle!);
    private readonly Dictionary<SObjectField, RollUpStatement> rollUps = [];

    public DateTimeOffset Now => surroundings.Now;

    public string OrgUrl => surroundings.OrgUrl;

    public string? UserId => surroundings.UserId;

    public FormulaRecord Record(SObjectType type, long key) => new StoredFormulaRecord(this, type, key);

    public FormulaRecord? Find(SObjectType type, string id)
    {
        if (!SalesforceId.TryGetKey(id, out var key))
            return null;
        var statement = Prepare($"SELECT 1 FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ? AND \"{SystemFields.IsDeleted}\" = 0");
        var exists = statement.Bind(1, key).Step();
        statement.Reset();
        return exists ? Record(type, key) : null;
    }

    public FormulaRecord? FindBy(SObjectType type, SObjectField field, object value)
    {
        var statement = Prepare(
            $"SELECT \"{SqlName.Key}\" FROM {SqlName.Quote(type.Name)} WHERE {SqlName.Quote(field.Column)} = ? AND \"{SystemFields.IsDeleted}\" = 0 LIMIT 1");
        var key = statement.Bind(1, value).Step() ? statement.Integer(0) : (long?)null;
        statement.Reset();
        return key is { } found ? Record(type, found) : null;
    }

    public object? RollUp(SObjectField field, string id)
    {
        if (!rollUps.TryGetValue(field, out var rollUp))
            rollUps.Add(field, rollUp = RollUpStatement.Make(schema, field.RollUp!));
        var statement = Prepare(rollUp.Sql);
        statement.Bind(1, id);
        for (var index = 0; index < rollUp.Parameters.Count; index++)
            statement.Bind(index + 2, rollUp.Parameters[index]);
        statement.Step();
        var value = statement.Value(0);
        statement.Reset();
        return value;
    }

    public object? Column(SObjectType type, SObjectField field, long key)
    {
        var statement = Prepare($"SELECT {SqlName.Quote(field.Column)} FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?");
        var value = statement.Bind(1, key).Step() ? statement.Value(0) : null;
        statement.Reset();
        return value;
    }

    public void Dispose() => statements.Dispose();

    private PreparedStatement Prepare(string sql) => statements.Prepare(sql);
}
