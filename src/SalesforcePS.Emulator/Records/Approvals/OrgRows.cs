using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Rows that the org itself writes, for objects that nobody else writes: nothing is checked.</summary>
internal sealed class OrgRows(WriteContext context)
{
    private readonly RowWriter rows = new(context.Database);
    private readonly DraftCompletion completion = new(context);

    /// <summary>The id of the new row.</summary>
    public string Add(string typeName, params (string Field, object? Value)[] values)
    {
        var type = context.Schema.Find(typeName)!;
        var key = context.Database.Sequences.Next(type);
        var draft = new DraftRecord(type, key, SalesforceId.Create(type.KeyPrefix, key), isNew: true);
        Write(draft, values);
        return draft.Id;
    }

    public void Change(string typeName, string id, params (string Field, object? Value)[] values)
    {
        SalesforceId.TryGetKey(id, out var key);
        Write(new DraftRecord(context.Schema.Find(typeName)!, key, id, isNew: false), values);
    }

    /// <summary>Removes a row for good, without a trace in the recycle bin.</summary>
    public void Remove(string typeName, string id) =>
        context.Database.Prepare($"DELETE FROM {SqlName.Quote(typeName)} WHERE \"Id\" = ?").Bind(1, id).Step();

    /// <summary>The rows with this value that are not deleted, the oldest first: their columns as they are stored.</summary>
    public List<object?[]> Find(string typeName, string field, object value, params string[] columns)
    {
        var statement = context.Database.Prepare(
            $"SELECT {string.Join(", ", columns.Select(SqlName.Quote))} FROM {SqlName.Quote(typeName)} "
            + $"WHERE {SqlName.Quote(field)} = ? AND \"{SystemFields.IsDeleted}\" = 0 ORDER BY \"{SqlName.Key}\"").Bind(1, value);
        var found = new List<object?[]>();
        while (statement.Step())
            found.Add([.. columns.Select((_, index) => statement.Value(index))]);
        return found;
    }

    private void Write(DraftRecord draft, (string Field, object? Value)[] values)
    {
        foreach (var (field, value) in values)
            draft.Set(draft.Type.FindField(field)!, value);
        completion.Complete(draft);
        rows.Write(draft);
    }
}
