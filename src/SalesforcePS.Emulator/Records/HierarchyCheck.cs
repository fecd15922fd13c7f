using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>No record of a hierarchy stands above itself, directly or with others between (SOAP API guide, merge; Salesforce Help, hierarchical relationship).</summary>
internal sealed class HierarchyCheck(WriteContext context)
{
    /// <summary>A new record has nothing below it, so only a change can close a circle.</summary>
    public void Check(DraftRecord draft)
    {
        if (draft.IsNew)
            return;
        foreach (var field in WriteRules.Of(draft.Type).Hierarchies)
        {
            if (draft[field] is string above && Closes(draft.Type, field, draft.Id, above))
                draft.Fail(RecordErrors.Circular(field));
        }
    }

    /// <summary>Whether a record would stand above itself with this one above it.</summary>
    public bool Closes(SObjectType type, SObjectField field, string id, string above) => above == id || LeadsTo(id, type, field, above);

    /// <summary>Whether the stored references lead from the record back to it.</summary>
    public bool IsCircular(SObjectType type, SObjectField field, string id) => LeadsTo(id, type, field, id);

    private bool LeadsTo(string id, SObjectType type, SObjectField field, string from)
    {
        // A circle that is there already, of a file that an earlier emulator wrote, must not be followed for ever.
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var above = Above(type, field, from); above is not null && passed.Add(above); above = Above(type, field, above))
        {
            if (above == id)
                return true;
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
