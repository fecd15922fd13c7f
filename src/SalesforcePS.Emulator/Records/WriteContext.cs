using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>One call that writes: who, when and how.</summary>
internal sealed record WriteContext(OrgDatabase Database, RequestUser User, DmlOptions Options, long Now)
{
    public OrgSchema Schema => Database.Schema;

    /// <summary>The object as the caller sees it, who may see it: that was checked first.</summary>
    public SObjectType ViewOf(SObjectType type) => User.Access.Find(type)!;

    /// <summary>The org as formulas see it.</summary>
    public RecordSight Sight => Database.Sight;

    // An org keeps whole seconds in its datetime fields.
    public static WriteContext Start(OrgDatabase database, RequestUser user, DmlOptions options, TimeProvider time)
    {
        database.Surroundings.UserId = user.UserId;
        return new(database, user, options, time.GetUtcNow().ToUnixTimeSeconds() * 1000);
    }
}
