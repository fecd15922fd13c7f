using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rights;

/// <summary>
/// The one place that decides what a user may see and do. Whoever reads, queries or describes for the user works with
/// <see cref="SchemaOf"/>, in which nothing is that the user may not see; whoever writes asks it what may be written.
/// </summary>
internal sealed class UserAccess
{
    /// <summary>That of the System Administrator.</summary>
    public static readonly UserAccess Full = new(Profile.Administrator, view: null);

    private readonly Profile profile;
    private readonly OrgSchema? view;

    private UserAccess(Profile profile, OrgSchema? view)
    {
        this.profile = profile;
        this.view = view;
    }

    public static UserAccess Of(Profile profile, OrgSchema schema) =>
        profile == Profile.Administrator ? Full : new UserAccess(profile, SchemaView.Of(schema, profile));

    public bool Has(UserPermission permission) => profile.Permissions.Contains(permission);

    /// <summary>Records that the user could not see might have the key, and be made a second time.</summary>
    public void RequireUpsertBy(SObjectField key)
    {
        if (key.Type != FieldType.Id && !key.Unique && !Has(UserPermission.ViewAllData) && !Has(UserPermission.ModifyAllData))
        {
            throw new ApiException(
                "INSUFFICIENT_ACCESS", "Upsert requires view all data on a non-unique custom index", StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>The org's schema as the user sees it.</summary>
    public OrgSchema SchemaOf(OrgSchema schema) => view ?? schema;

    /// <summary>The object as the user sees it; null where the user may not see it.</summary>
    public SObjectType? Find(SObjectType type) => view is null ? type : view.Find(type.Name);
}
