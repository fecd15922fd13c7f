using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>One call that writes: who, when and how.</summary>
internal sealed record WriteContext(OrgDatabase Database, RequestUser User, DmlOptions Options, long Now)
{
    public OrgSchema Schema => Database.Schema;

    /// <summary>The object as the caller sees it, who may see it: that was checked first.</summary>
    public SObjectType ViewOf(SObjectType type) => User.Access.Find(type)!;

    // An org keeps whole seconds in its datetime fields.
    public static WriteContext Start(OrgDatabase database, RequestUser user, DmlOptions options, TimeProvider time) =>
        new(database, user, options, time.GetUtcNow().ToUnixTimeSeconds() * 1000);
}
