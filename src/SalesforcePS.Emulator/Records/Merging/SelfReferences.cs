using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Merging;

/// <summary>
/// The hierarchies that a merge may turn into circles. An account that would be above itself refuses the merge (SOAP API guide,
/// merge); a contact no longer reports to the one that went into it.
/// </summary>
internal sealed class SelfReferences(WriteContext context)
{
    private const int MostLevels = 1_000;

    public RecordError? Repair(SObjectType type, string id)
    {
        foreach (var field in type.Fields.Where(field => field.Updateable && field.ReferenceTo.Contains(type.Name)))
        {
            if (!IsCircular(type, field, id))
                continue;
            if (type.Name == "Account")
                return MergeErrors.Circular(field.Name);
            SalesforceId.TryGetKey(id, out var key);
            context.Database.Prepare($"UPDATE {SqlName.Quote(type.Name)} SET {SqlName.Quote(field.Column)} = NULL WHERE \"{SqlName.Key}\" = ?").Bind(1, key).Step();
        }

        return null;
    }

    private bool IsCircular(SObjectType type, SObjectField field, string id)
    {
        var above = Above(type, field, id);
        for (var level = 0; above is not null && level < MostLevels; level++)
        {
            if (above == id)
                return true;
            above = Above(type, field, above);
        }

        return false;
    }

    private string? Above(SObjectType type, SObjectField field, string id)
    {
        SalesforceId.TryGetKey(id, out var key);
        var statement = context.Database.Prepare($"SELECT {SqlName.Quote(field.Column)} FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?");
        var above = statement.Bind(1, key).Step() ? statement.Value(0) as string : null;
        statement.Reset();
        return above;
    }
}
