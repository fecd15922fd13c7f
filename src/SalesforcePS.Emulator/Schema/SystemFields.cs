namespace SalesforcePS.Emulator.Schema;

/// <summary>The fields that nearly every sObject has and that only the org writes.</summary>
internal static class SystemFields
{
    public const string Id = "Id";
    public const string IsDeleted = "IsDeleted";
    public const string OwnerId = "OwnerId";
    public const string RecordTypeId = "RecordTypeId";
    public const string CreatedDate = "CreatedDate";
    public const string CreatedById = "CreatedById";
    public const string LastModifiedDate = "LastModifiedDate";
    public const string LastModifiedById = "LastModifiedById";
    public const string SystemModstamp = "SystemModstamp";

    public static SObjectField IdField(string objectLabel) => new()
    {
        Name = Id,
        Label = $"{objectLabel} ID",
        Type = FieldType.Id,
        Length = Identity.SalesforceId.Length,
        DefaultedOnCreate = true,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        IdLookup = true,
        CaseSensitive = true,
    };

    public static SObjectField IsDeletedField() => new()
    {
        Name = IsDeleted,
        Label = "Deleted",
        Type = FieldType.Boolean,
        DefaultedOnCreate = true,
        DefaultValue = false,
        Filterable = true,
        Groupable = true,
        Sortable = true,
    };

    public static SObjectField OwnerField() => new()
    {
        Name = OwnerId,
        Label = "Owner ID",
        Type = FieldType.Reference,
        Length = Identity.SalesforceId.Length,
        Createable = true,
        Updateable = true,
        DefaultedOnCreate = true,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        ReferenceTo = ["Group", "User"],
        RelationshipName = "Owner",
    };

    public static SObjectField RecordTypeField() => new()
    {
        Name = RecordTypeId,
        Label = "Record Type ID",
        Type = FieldType.Reference,
        Length = Identity.SalesforceId.Length,
        Createable = true,
        Updateable = true,
        Nillable = true,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        ReferenceTo = ["RecordType"],
        RelationshipName = "RecordType",
    };

    /// <summary>The Name of a custom object: a text, or an auto-number where there is a display format.</summary>
    public static SObjectField CustomNameField(string label, int length, string? displayFormat) => new()
    {
        Name = "Name",
        Label = label,
        Type = FieldType.String,
        Length = length,
        NameField = true,
        Createable = displayFormat is null,
        Updateable = displayFormat is null,
        // A custom record without a name is named by its id.
        DefaultedOnCreate = true,
        Nillable = displayFormat is null,
        AutoNumber = displayFormat is not null,
        AutoNumberFormat = displayFormat,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        IdLookup = true,
    };

    public static IEnumerable<SObjectField> AuditFields() =>
    [
        Moment(CreatedDate, "Created Date"),
        UserReference(CreatedById, "Created By ID", "CreatedBy"),
        Moment(LastModifiedDate, "Last Modified Date"),
        UserReference(LastModifiedById, "Last Modified By ID", "LastModifiedBy"),
        SystemModstampField(),
    ];

    public static SObjectField SystemModstampField() => Moment(SystemModstamp, "System Modstamp");

    private static SObjectField Moment(string name, string label) => new()
    {
        Name = name,
        Label = label,
        Type = FieldType.DateTime,
        DefaultedOnCreate = true,
        Filterable = true,
        Sortable = true,
    };

    private static SObjectField UserReference(string name, string label, string relationshipName) => new()
    {
        Name = name,
        Label = label,
        Type = FieldType.Reference,
        Length = Identity.SalesforceId.Length,
        DefaultedOnCreate = true,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        ReferenceTo = ["User"],
        RelationshipName = relationshipName,
    };
}
