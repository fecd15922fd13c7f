using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Holds one value against the description of its field.</summary>
internal static class FieldCheck
{
    public static RecordError? Find(FieldDescription field, string text, WriteOptions options)
    {
        if (!CanBeWritten(field, options))
            return new("INVALID_FIELD_FOR_INSERT_UPDATE", $"The field '{field.Name}' cannot be written.", [field.Name]);
        if (IsText(field.Type) && field.Length > 0 && text.Length > field.Length && !options.AllowFieldTruncation)
            return new("STRING_TOO_LONG", $"{field.Label}: data value too large: {text.Length} characters (max length={field.Length})", [field.Name]);
        return Values(field, text).FirstOrDefault(value => field.AllowedValues?.Contains(value, StringComparer.OrdinalIgnoreCase) == false) is { } unknown
            ? new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Label}: bad value for restricted picklist field: {unknown}", [field.Name])
            : null;
    }

    private static bool CanBeWritten(FieldDescription field, WriteOptions options) => options.Operation switch
    {
        RecordOperation.Insert => field.Createable,
        RecordOperation.Update => field.Updateable,
        _ => field.Createable || field.Updateable || field.Name.Equals(options.ExternalIdField, StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsText(FieldType type) =>
        type is FieldType.String or FieldType.TextArea or FieldType.Email or FieldType.Phone or FieldType.Url or FieldType.EncryptedString;

    private static string[] Values(FieldDescription field, string text) => field.Type == FieldType.MultiPicklist ? text.Split(';') : [text];
}
