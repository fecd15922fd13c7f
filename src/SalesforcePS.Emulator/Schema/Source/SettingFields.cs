namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The fields of custom settings: a hierarchy has one record for an owner, a list one for a name.</summary>
internal static class SettingFields
{
    private const int NameLength = 38;

    public static IEnumerable<SObjectField> Of(string objectLabel, bool isHierarchy)
    {
        yield return SystemFields.IdField(objectLabel);
        yield return SystemFields.IsDeletedField();
        yield return SystemFields.CustomNameField("Name", NameLength, displayFormat: null) with
        {
            Unique = !isHierarchy,
            Nillable = isHierarchy,
            DefaultedOnCreate = isHierarchy,
        };
        if (isHierarchy)
            yield return SetupOwner();
        foreach (var field in SystemFields.AuditFields())
            yield return field;
    }

    private static SObjectField SetupOwner() => new()
    {
        Name = "SetupOwnerId",
        Label = "Location",
        Type = FieldType.Reference,
        Length = Identity.SalesforceId.Length,
        Createable = true,
        Unique = true,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        ReferenceTo = ["Organization", "Profile", "User"],
        RelationshipName = "SetupOwner",
    };
}
