using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>Runs the assignment rule of an sObject when the call asks for it.</summary>
internal sealed class OwnerAssignment(WriteContext context, RecordLookup lookup)
{
    public void Assign(DraftRecord draft)
    {
        if (draft.Type.AssignmentRule is not { } rule || draft.Type.FindField(SystemFields.OwnerId) is not { } owner || !IsAskedFor(rule))
            return;
        if (OwnerId(rule) is { } id)
            draft.Set(owner, id);
        else
            draft.Fail(RecordErrors.NoSuchRecord(owner.Name));
    }

    private bool IsAskedFor(AssignmentRule rule) =>
        context.Options.UseDefaultRule
        || (SalesforceId.TryNormalize(context.Options.AssignmentRuleId, out var id) && id == rule.Id);

    /// <summary>The rule names a user by user name, or a user or queue by id.</summary>
    private string? OwnerId(AssignmentRule rule)
    {
        var users = context.Schema.Find("User")!;
        if (!SalesforceId.TryNormalize(rule.Owner, out var id))
            return lookup.FindBy(users, users.FindField("Username")!, rule.Owner).FirstOrDefault();
        return context.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(id)) is { Name: "User" or "Group" } type
            && lookup.StateOfParent(type, id) == RecordState.Live ? id : null;
    }
}
