using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Holds one value against the description of its field.</summary>
internal static class FieldCheck
{
    public static RecordError? Find(FieldDescription field, EncodedField value, WriteOptions options)
    {
        var text = value.Text;
        if (!CanBeWritten(field, options))
            return new("INVALID_FIELD_FOR_INSERT_UPDATE", $"The field '{field.Name}' cannot be written.", [field.Name]);
        if (IsText(field.Type) && field.Length > 0 && text.Length > field.Length && !options.AllowFieldTruncation)
            return new("STRING_TOO_LONG", $"{field.Label}: data value too large: {text.Length} characters (max length={field.Length})", [field.Name]);
        if (field.Type == FieldType.Reference && !RecordId.IsOf(text, null))
            return new("MALFORMED_ID", $"{field.Label}: id value of incorrect type: {text}", [field.Name]);
        if (!JsonField.Fits(value))
            return new("INVALID_TYPE_ON_FIELD_IN_RECORD", $"{field.Label}: value not of required type: {text}", [field.Name]);
        return UnknownValue(field, text) is { } unknown
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
        type is FieldType.String or FieldType.TextArea or FieldType.Email or FieldType.Phone or FieldType.Url or FieldType.EncryptedString
            or FieldType.Picklist or FieldType.Combobox or FieldType.MultiPicklist;

    private static string? UnknownValue(FieldDescription field, string text)
    {
        if (!field.RestrictedPicklist)
            return null;
        string[] values = field.Type == FieldType.MultiPicklist ? text.Split(';') : [text];
        return values.FirstOrDefault(value => !field.PicklistValues.Any(known => known.Active && known.Value.Equals(value, StringComparison.OrdinalIgnoreCase)));
    }
}
