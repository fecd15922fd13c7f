using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>The records that go with a deleted one, the references to them that are cleared, and those that forbid it.</summary>
internal sealed class DeletePlan
{
    private readonly OrgDatabase database;
    private readonly HashSet<string> ids = [];
    private readonly List<(SObjectType Type, long Key, string Id)> records = [];

    private DeletePlan(OrgDatabase database) => this.database = database;

    /// <summary>The record itself first, then those that the cascade takes along.</summary>
    public IReadOnlyList<(SObjectType Type, long Key, string Id)> Records => records;

    public List<(SObjectType Child, SObjectField Field, long Key)> Cleared { get; } = [];

    /// <summary>Restricting records by object, outside of the cascade.</summary>
    public List<(SObjectType Child, string Name)> Restricting { get; } = [];

    public static DeletePlan For(OrgDatabase database, SObjectType type, long key, string id)
    {
        var plan = new DeletePlan(database);
        plan.Cascade(type, key, id);
        plan.FindOthers();
        return plan;
    }

    private void Cascade(SObjectType type, long key, string id)
    {
        if (!ids.Add(id))
            return;
        records.Add((type, key, id));
        foreach (var (child, field) in ReferencesTo(type).Where(reference => reference.Field.DeleteRule == DeleteRule.Cascade))
        {
            foreach (var (childKey, childId, _) in Referring(child, field, id))
                Cascade(child, childKey, childId);
        }
    }

    private void FindOthers()
    {
        foreach (var (type, _, parentId) in records)
        {
            foreach (var (child, field) in ReferencesTo(type).Where(reference => reference.Field.DeleteRule != DeleteRule.Cascade))
            {
                foreach (var (key, _, name) in Referring(child, field, parentId).Where(row => !ids.Contains(row.Id)))
                {
                    if (field.DeleteRule == DeleteRule.Restrict)
                        Restricting.Add((child, name));
                    else
                        Cleared.Add((child, field, key));
                }
            }
        }
    }

    // Owners and users are not in play: neither users nor the org's own references to them are ever deleted.
    private IEnumerable<(SObjectType Child, SObjectField Field)> ReferencesTo(SObjectType type) =>
        type.ChildRelationships
            .Select(relationship => (Child: database.Schema.Find(relationship.ChildSObject)!, relationship.Field))
            .Select(pair => (pair.Child, Field: pair.Child.FindField(pair.Field)!))
            .Where(pair => pair.Child.View is null && SqlColumn.RefersToRecords(pair.Field, database.Schema));

    private List<(long Key, string Id, string Name)> Referring(SObjectType child, SObjectField field, string parentId)
    {
        var name = child.NameField ?? child.FindField(SystemFields.Id)!;
        var statement = database.Prepare(
            $"SELECT \"{SqlName.Key}\", \"Id\", {SqlName.Quote(name.Column)} FROM {SqlName.Quote(child.Name)} "
            + $"WHERE {SqlName.Quote(field.Column)} = ? AND \"{SystemFields.IsDeleted}\" = 0");
        statement.Bind(1, parentId);
        var rows = new List<(long, string, string)>();
        while (statement.Step())
            rows.Add((statement.Integer(0), (string)statement.Value(1)!, statement.Value(2) as string ?? ""));
        return rows;
    }
}
