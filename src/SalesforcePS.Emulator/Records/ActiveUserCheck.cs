using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>An org keeps one active administrator at least, and nobody makes themselves inactive.</summary>
internal sealed class ActiveUserCheck(WriteContext context)
{
    public void Check(DraftRecord draft)
    {
        if (draft.IsNew || draft.Type.Name != "User")
            return;
        var isDeactivated = draft[draft.Type.FindField("IsActive")!] is 0L;
        var profile = draft[draft.Type.FindField("ProfileId")!] as string;
        if ((isDeactivated || (profile is not null && profile != SeedRecords.ProfileId)) && IsLastAdministrator(draft.Id))
            draft.Fail(RecordErrors.LastAdministrator());
        else if (isDeactivated && draft.Id == context.User.UserId)
            draft.Fail(RecordErrors.OwnDeactivation());
    }

    private bool IsLastAdministrator(string id)
    {
        var statement = context.Database.Prepare("SELECT \"Id\" FROM \"User\" WHERE \"ProfileId\" = ? AND \"IsActive\" = 1 LIMIT 2");
        var administrators = RecordLookup.Ids(statement.Bind(1, SeedRecords.ProfileId));
        return administrators is [var only] && only == id;
    }
}
