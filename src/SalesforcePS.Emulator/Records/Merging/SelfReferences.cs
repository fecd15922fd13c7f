using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Merging;

/// <summary>
/// The references that a merge may turn into circles. An account that would be above itself refuses the merge (SOAP API guide,
/// merge); a contact no longer reports to the one that went into it.
/// </summary>
internal sealed class SelfReferences(WriteContext context)
{
    private readonly HierarchyCheck hierarchies = new(context);

    public RecordError? Repair(SObjectType type, string id)
    {
        foreach (var field in type.Fields.Where(field => field.Updateable && field.ReferenceTo.Contains(type.Name)))
        {
            if (!hierarchies.IsCircular(type, field, id))
                continue;
            if (field.IsHierarchy)
                return RecordErrors.Circular(field);
            SalesforceId.TryGetKey(id, out var key);
            context.Database.Prepare($"UPDATE {SqlName.Quote(type.Name)} SET {SqlName.Quote(field.Column)} = NULL WHERE \"{SqlName.Key}\" = ?").Bind(1, key).Step();
        }

        return null;
    }
}
