using SalesforcePS.Emulator.Records.Approvals;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records.Summaries;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>A deleted record keeps its row; every row says whose deletion took it along, so that undelete brings back the same ones.</summary>
internal sealed class RecycleBin(WriteContext context)
{
    private readonly OrgDatabase database = context.Database;
    private readonly LockCheck locks = new(context);
    private readonly MasterCheck masters = new(context);
    private readonly HierarchyCheck hierarchies = new(context);

    public RecordError? Delete(SObjectType type, long key, string id)
    {
        if (new ApprovalLocks(context).Check(type, id) is { } inApproval)
            return inApproval;
        var plan = DeletePlan.For(database, type, key, id);
        if (plan.Restricting.Count > 0)
            return RecordErrors.StillReferenced(NameOf(type, key), plan.Restricting);
        if (locks.Check(plan) is { } locked)
            return locked;
        return masters.Run(plan.Records.Select(record => (record.Type, record.Key)), () =>
        {
            foreach (var (recordType, recordKey, _) in plan.Records)
                MarkDeleted(recordType, recordKey, id);
            foreach (var (child, field, childKey) in plan.Cleared)
                ClearReference(child, field, childKey);
        });
    }

    public RecordError? Undelete(SObjectType type, long key, string id)
    {
        // What went with its parent comes back with its parent.
        if (!IsRoot(type, key, id))
            return RecordErrors.NotInRecycleBin();
        if (locks.Check(type, key, id) is { } locked)
            return locked;
        var members = CascadeOf(type);
        return masters.Run(members.Where(masters.Concerns).SelectMany(member => KeysOf(member, id).Select(memberKey => (member, memberKey))), () =>
        {
            foreach (var member in members)
                Restore(member, id);
        });
    }

    /// <summary>Removes a deleted record and what went with it for good. Only that they were deleted, and when, is kept.</summary>
    public RecordError? Purge(SObjectType type, string id)
    {
        foreach (var member in CascadeOf(type))
        {
            var table = SqlName.Quote(member.Name);
            database.Prepare($"INSERT INTO _purged SELECT ?, \"Id\", \"{SystemFields.SystemModstamp}\" FROM {table} WHERE \"{SqlName.DeleteRoot}\" = ?")
                .Bind(1, member.Name).Bind(2, id).Step();
            database.Prepare($"DELETE FROM {table} WHERE \"{SqlName.DeleteRoot}\" = ?").Bind(1, id).Step();
        }

        database.Prepare("DELETE FROM _cleared_reference WHERE root = ?").Bind(1, id).Step();
        return null;
    }

    /// <summary>Removes a record from the recycle bin for good; what went with its parent goes with its parent.</summary>
    public RecordError? Empty(SObjectType type, long key, string id) =>
        IsRoot(type, key, id) ? Purge(type, id) : RecordErrors.NotInRecycleBinToEmpty();

    private bool IsRoot(SObjectType type, long key, string id)
    {
        var root = database.Prepare($"SELECT \"{SqlName.DeleteRoot}\" FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?");
        root.Bind(1, key).Step();
        var deletedWith = root.Value(0) as string;
        root.Reset();
        return deletedWith == id;
    }

    /// <summary>The records that went with the root.</summary>
    private List<long> KeysOf(SObjectType type, string root)
    {
        var deleted = database.Prepare($"SELECT \"{SqlName.Key}\" FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.DeleteRoot}\" = ?");
        deleted.Bind(1, root);
        var keys = new List<long>();
        while (deleted.Step())
            keys.Add(deleted.Integer(0));
        return keys;
    }

    private void MarkDeleted(SObjectType type, long key, string root) =>
        database.Prepare(
            $"UPDATE {SqlName.Quote(type.Name)} SET \"{SystemFields.IsDeleted}\" = 1, \"{SystemFields.SystemModstamp}\" = ?, "
            + $"\"{SqlName.DeleteRoot}\" = ? WHERE \"{SqlName.Key}\" = ?")
            .Bind(1, context.Now).Bind(2, root).Bind(3, key).Step();

    private void ClearReference(SObjectType child, SObjectField field, long key)
    {
        var (table, column) = (SqlName.Quote(child.Name), SqlName.Quote(field.Column));
        database.Prepare($"INSERT INTO _cleared_reference SELECT {column}, ?, ?, \"{SqlName.Key}\" FROM {table} WHERE \"{SqlName.Key}\" = ?")
            .Bind(1, child.Name).Bind(2, field.Name).Bind(3, key).Step();
        database.Prepare($"UPDATE {table} SET {column} = NULL, \"{SystemFields.SystemModstamp}\" = ? WHERE \"{SqlName.Key}\" = ?")
            .Bind(1, context.Now).Bind(2, key).Step();
    }

    private void Restore(SObjectType type, string root)
    {
        var restored = database.Prepare($"SELECT \"Id\" FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.DeleteRoot}\" = ?");
        restored.Bind(1, root);
        var ids = new List<string>();
        while (restored.Step())
            ids.Add((string)restored.Value(0)!);
        database.Prepare(
            $"UPDATE {SqlName.Quote(type.Name)} SET \"{SystemFields.IsDeleted}\" = 0, \"{SystemFields.SystemModstamp}\" = ?, "
            + $"\"{SqlName.DeleteRoot}\" = NULL WHERE \"{SqlName.DeleteRoot}\" = ?")
            .Bind(1, context.Now).Bind(2, root).Step();
        foreach (var id in ids)
            RestoreReferencesTo(id);
    }

    // A reference that was given another value meanwhile stays as it is, and one that would close a circle by now stays empty.
    private void RestoreReferencesTo(string id)
    {
        var cleared = database.Prepare("SELECT sobject, field, key FROM _cleared_reference WHERE root = ?");
        cleared.Bind(1, id);
        var references = new List<(string Type, string Field, long Key)>();
        while (cleared.Step())
            references.Add(((string)cleared.Value(0)!, (string)cleared.Value(1)!, cleared.Integer(2)));
        foreach (var (type, field, key) in references)
        {
            var (child, column) = (context.Schema.Find(type)!, SqlName.Quote(field));
            if (child.FindField(field) is { IsHierarchy: true } reference && hierarchies.Closes(child, reference, SalesforceId.Create(child.KeyPrefix, key), id))
                continue;
            database.Prepare($"UPDATE {SqlName.Quote(type)} SET {column} = ? WHERE \"{SqlName.Key}\" = ? AND {column} IS NULL")
                .Bind(1, id).Bind(2, key).Step();
        }
        database.Prepare("DELETE FROM _cleared_reference WHERE root = ?").Bind(1, id).Step();
    }

    private List<SObjectType> CascadeOf(SObjectType type)
    {
        var members = new List<SObjectType> { type };
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(members[i].ChildRelationships
                .Where(relationship => relationship.CascadeDelete)
                .Select(relationship => context.Schema.Find(relationship.ChildSObject)!)
                .Where(child => !members.Contains(child))
                .Distinct()
                .ToList());
        }
        return members;
    }

    private string NameOf(SObjectType type, long key)
    {
        var name = type.NameField ?? type.FindField(SystemFields.Id)!;
        var statement = database.Prepare(
            $"SELECT {SqlName.Quote(name.Column)} FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?");
        statement.Bind(1, key).Step();
        var text = statement.Value(0) as string ?? "";
        statement.Reset();
        return text;
    }
}
