namespace SalesforcePS.Emulator.Schema;

/// <summary>What describe says of a field's size when its definition does not.</summary>
internal static class FieldTypeDefaults
{
    public static int Length(FieldType type) => type switch
    {
        FieldType.Id or FieldType.Reference => Identity.SalesforceId.Length,
        FieldType.String or FieldType.TextArea or FieldType.Url or FieldType.Picklist or FieldType.Combobox => 255,
        FieldType.MultiPicklist => 4099,
        FieldType.Email => 80,
        FieldType.Phone => 40,
        FieldType.EncryptedString => 175,
        _ => 0,
    };

    public static int Precision(FieldType type) => IsDecimal(type) ? 18 : 0;

    public static int Scale(FieldType type) => IsDecimal(type) ? 2 : 0;

    public static int Digits(FieldType type) => type switch
    {
        FieldType.Int => 8,
        FieldType.Long => 18,
        _ => 0,
    };

    public static bool IsDecimal(FieldType type) => type is FieldType.Double or FieldType.Currency or FieldType.Percent;
}
