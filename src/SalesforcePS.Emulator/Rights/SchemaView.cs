using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rights;

/// <summary>Makes of the org's schema what the users of a profile see of it.</summary>
internal static class SchemaView
{
    /// <summary>Readable by everyone in an org: they say who owns and who wrote.</summary>
    private static readonly HashSet<string> AlwaysReadable = new(StringComparer.Ordinal) { "Group", "ListView", "Organization", "Profile", "RecordType", "User" };

    public static OrgSchema Of(OrgSchema schema, Profile profile) =>
        new([.. schema.Types.Select(type => View(type, profile)).OfType<SObjectType>()]);

    /// <summary>What the view of the object would be without, and nobody can be denied.</summary>
    public static bool IsAlwaysReadable(SObjectType type) => AlwaysReadable.Contains(type.Name);

    private static SObjectType? View(SObjectType type, Profile profile)
    {
        var rights = profile.RightsTo(type);
        if (!rights.Read && !IsAlwaysReadable(type))
            return null;
        var fields = new List<SObjectField>(type.Fields.Count);
        foreach (var field in type.Fields)
        {
            var (isReadable, isEditable) = profile.RightsTo(type, field);
            if (isReadable)
                fields.Add(field.Restricted(rights.Create && isEditable, rights.Edit && isEditable));
        }
        return type.Restricted(fields, rights.Create, rights.Edit, rights.Delete);
    }
}
