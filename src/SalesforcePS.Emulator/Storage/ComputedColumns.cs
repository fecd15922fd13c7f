using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SQLitePCL;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// Formula and roll-up summary fields are generated columns that call back here, so every statement that reads them
/// gets their value of the moment, wherever it stands in it.
/// </summary>
internal sealed class ComputedColumns(OrgSchema schema, FormulaSurroundings surroundings) : IDisposable
{
    private const string Function = "computed";

    private readonly Dictionary<string, (SObjectType Type, SObjectField Field)> fields = schema.Types
        .SelectMany(type => type.Fields.Where(field => field.IsComputed).Select(field => (type, field)))
        .ToDictionary(pair => NameOf(pair.type, pair.field), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<sqlite3, RecordSight> sights = new();

    public FormulaSurroundings Surroundings => surroundings;

    /// <summary>What stands in the declaration of the column.</summary>
    public static string Expression(SObjectType type, SObjectField field) =>
        $"{Function}('{NameOf(type, field)}', \"{SqlName.Key}\")";

    /// <summary>What formulas see over this connection.</summary>
    public RecordSight SightOf(SqliteConnection connection) =>
        sights.GetOrAdd(connection.Handle!, _ => new RecordSight(connection, schema, surroundings));

    /// <summary>Makes the connection able to read computed columns.</summary>
    public void Attach(SqliteConnection connection)
    {
        if (fields.Count == 0 || sights.ContainsKey(connection.Handle!))
            return;
        ForgetClosed();
        var sight = SightOf(connection);
        // SQLite takes only deterministic functions for columns. Within one statement this one is: nothing that it reads changes.
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_create_function(
                connection.Handle!,
                Function,
                2,
                raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC,
                sight,
                (context, _, arguments) => Answer(context, sight, arguments)),
            connection.Handle!);
    }

    public void Dispose()
    {
        foreach (var sight in sights.Values)
            sight.Dispose();
        sights.Clear();
    }

    /// <summary>The pool closes connections that were idle for long.</summary>
    private void ForgetClosed()
    {
        foreach (var (handle, sight) in sights)
        {
            if (handle.IsClosed && sights.TryRemove(handle, out _))
                sight.Dispose();
        }
    }

    private static string NameOf(SObjectType type, SObjectField field) => $"{type.Name}.{field.Name}";

    private void Answer(sqlite3_context context, RecordSight sight, sqlite3_value[] arguments)
    {
        var (type, field) = fields[raw.sqlite3_value_text(arguments[0]).utf8_to_string()];
        switch (Value(sight, type, field, raw.sqlite3_value_int64(arguments[1])))
        {
            case long whole:
                raw.sqlite3_result_int64(context, whole);
                break;
            case double number:
                raw.sqlite3_result_double(context, number);
                break;
            case string text:
                raw.sqlite3_result_text(context, text);
                break;
            default:
                raw.sqlite3_result_null(context);
                break;
        }
    }

    private static object? Value(RecordSight sight, SObjectType type, SObjectField field, long key)
    {
        if (field.RollUp is not null)
            return sight.RollUp(field, SalesforceId.Create(type.KeyPrefix, key));
        try
        {
            var value = field.Formula!.Evaluate(new FormulaScope(sight.Record(type, key), Prior: null, sight));
            return FormulaValue.ToColumn(field, value);
        }
        catch (Exception exception) when (exception is FormulaValueException or OverflowException)
        {
            // An org shows #Error! here, and the API no value.
            return null;
        }
    }
}
