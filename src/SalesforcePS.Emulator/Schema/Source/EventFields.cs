namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The fields of every platform event, which is published and never read back by query.</summary>
internal static class EventFields
{
    public static IEnumerable<SObjectField> Of(string objectLabel) =>
    [
        SystemFields.IdField(objectLabel),
        new SObjectField { Name = "ReplayId", Label = "Replay ID", Type = FieldType.String, Length = 1000, Nillable = true },
        new SObjectField { Name = "EventUuid", Label = "Event UUID", Type = FieldType.String, Length = 36, Nillable = true },
        .. SystemFields.AuditFields().Where(field => field.Name is SystemFields.CreatedDate or SystemFields.CreatedById),
    ];
}
