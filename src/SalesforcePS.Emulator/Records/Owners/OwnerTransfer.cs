using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Owners;

/// <summary>Gives what belongs to a record to its new owner, as far as the call asks for it.</summary>
internal sealed class OwnerTransfer(WriteContext context)
{
    /// <summary>The owner that an update replaces; null where it replaces none, or nothing goes along.</summary>
    public string? OldOwnerOf(DraftRecord draft)
    {
        if (draft.IsNew || context.Options.OwnerChanges.Count == 0 || draft.Type.FindField(SystemFields.OwnerId) is not { } owner || !draft.IsSet(owner))
            return null;
        var statement = context.Database.Prepare($"SELECT \"{SystemFields.OwnerId}\" FROM {SqlName.Quote(draft.Type.Name)} WHERE \"{SqlName.Key}\" = ?");
        statement.Bind(1, draft.Key).Step();
        var old = statement.Value(0) as string;
        statement.Reset();
        return old == draft[owner] as string ? null : old;
    }

    public void Transfer(DraftRecord draft, string oldOwnerId)
    {
        var newOwnerId = (string)draft[draft.Type.FindField(SystemFields.OwnerId)!]!;
        foreach (var rule in OwnerTransferRule.All.Where(rule => context.Options.OwnerChanges.Contains(rule.Option)))
        {
            foreach (var field in rule.Fields)
                Transfer(rule, field, draft.Id, oldOwnerId, newOwnerId);
        }
    }

    private void Transfer(OwnerTransferRule rule, string field, string id, string oldOwnerId, string newOwnerId)
    {
        var condition = rule.Condition.Replace(":old", "?1", StringComparison.Ordinal).Replace(":now", "?3", StringComparison.Ordinal);
        context.Database.Prepare(
            $"UPDATE {SqlName.Quote(rule.Child)} SET \"OwnerId\" = ?2, \"LastModifiedDate\" = ?3, \"LastModifiedById\" = ?5, \"SystemModstamp\" = ?3 "
            + $"WHERE {SqlName.Quote(field)} = ?4 AND \"{SystemFields.IsDeleted}\" = 0 AND {condition}")
            .Bind(1, oldOwnerId).Bind(2, newOwnerId).Bind(3, context.Now).Bind(4, id).Bind(5, context.User.UserId).Step();
    }
}
