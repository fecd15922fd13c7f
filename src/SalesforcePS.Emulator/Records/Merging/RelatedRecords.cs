using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Merging;

/// <summary>The live records that refer to a record, whatever the relationship.</summary>
internal sealed class RelatedRecords(WriteContext context)
{
    /// <summary>Lets them refer to another record, and tells their Ids.</summary>
    public IReadOnlyList<string> Move(SObjectType type, string fromId, string toId)
    {
        var moved = new List<string>();
        foreach (var (child, field) in References(type))
        {
            // A field that shows a parent's value follows its parent and tells of no record that is not told of already.
            if (field.CopiedFrom.Count == 0)
                moved.AddRange(Ids(child, field, fromId));
            context.Database.Prepare(
                $"UPDATE {SqlName.Quote(child.Name)} SET {SqlName.Quote(field.Column)} = ?, \"{SystemFields.SystemModstamp}\" = ? "
                + $"WHERE {SqlName.Quote(field.Column)} = ? AND \"{SystemFields.IsDeleted}\" = 0")
                .Bind(1, toId).Bind(2, context.Now).Bind(3, fromId).Step();
        }

        return moved;
    }

    private IEnumerable<(SObjectType Child, SObjectField Field)> References(SObjectType type) =>
        type.ChildRelationships
            .Select(relationship => context.Schema.Find(relationship.ChildSObject)!)
            .Where(child => child.View is null)
            .Distinct()
            .SelectMany(child => child.Fields
                .Where(field => field.HasColumn && !field.Calculated && field.ReferenceTo.Contains(type.Name) && field.Name != "MasterRecordId")
                .Select(field => (child, field)));

    private List<string> Ids(SObjectType child, SObjectField field, string id)
    {
        var statement = context.Database.Prepare(
            $"SELECT \"Id\" FROM {SqlName.Quote(child.Name)} WHERE {SqlName.Quote(field.Column)} = ? AND \"{SystemFields.IsDeleted}\" = 0 ORDER BY \"{SqlName.Key}\"");
        statement.Bind(1, id);
        var ids = new List<string>();
        while (statement.Step())
            ids.Add((string)statement.Value(0)!);
        return ids;
    }
}
