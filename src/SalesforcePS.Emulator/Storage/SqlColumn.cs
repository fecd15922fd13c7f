using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>How a field is declared in its table.</summary>
internal static class SqlColumn
{
    public static string Declaration(SObjectType owner, SObjectField field)
    {
        var type = TypeOf(field);
        var expression = field.IsComputed ? ComputedColumns.Expression(owner, field) : field.Expression;
        if (expression is not null)
            return $"{type} GENERATED ALWAYS AS ({expression}) VIRTUAL";
        // Booleans are never null in Salesforce, not even in rows older than the field.
        return field.Type == FieldType.Boolean ? $"{type} NOT NULL DEFAULT {(field.DefaultValue is true ? 1 : 0)}" : type;
    }

    /// <summary>Who made and last changed a record is left out: each insert would pay for it.</summary>
    public static bool IsIndexed(SObjectField field)
    {
        if (!field.HasColumn || field.IsComputed || field.Name == SystemFields.Id)
            return false;
        if (field.NameField || field.Unique || field.ExternalId || field.IdLookup)
            return true;
        return field.Type == FieldType.Reference && field.Name is not (SystemFields.CreatedById or SystemFields.LastModifiedById);
    }

    /// <summary>References to what comes and goes, by itself or with another record: users are never deleted.</summary>
    public static bool RefersToRecords(SObjectField field, OrgSchema schema) => field.DeleteRule == DeleteRule.Cascade
        || (field.Name != SystemFields.OwnerId && field.ReferenceTo.Any(target => schema.Find(target) is { Deletable: true }));

    private static string TypeOf(SObjectField field) => field.Type switch
    {
        FieldType.Boolean or FieldType.Int or FieldType.Long or FieldType.DateTime or FieldType.Time => "INTEGER",
        FieldType.Double or FieldType.Currency or FieldType.Percent => "REAL",
        FieldType.Base64 => "BLOB",
        FieldType.Id or FieldType.Reference or FieldType.Date => "TEXT",
        _ => field.CaseSensitive ? "TEXT" : "TEXT COLLATE NOCASE",
    };
}
