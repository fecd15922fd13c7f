namespace SalesforcePS.Emulator.Schema;

/// <summary>What may be done with a custom field in queries, by its type and length.</summary>
internal static class CustomFieldTraits
{
    private const int LongestIndexed = 255;

    public static bool IsFilterable(FieldType type, int length) => type != FieldType.EncryptedString && !IsLongText(type, length);

    public static bool IsSortable(FieldType type, int length) =>
        type is not (FieldType.MultiPicklist or FieldType.Location or FieldType.EncryptedString) && !IsLongText(type, length);

    public static bool IsGroupable(FieldType type, int length) =>
        IsSortable(type, length) && !FieldTypeDefaults.IsDecimal(type) && type is not (FieldType.DateTime or FieldType.Time);

    private static bool IsLongText(FieldType type, int length) => type == FieldType.TextArea && length > LongestIndexed;
}
