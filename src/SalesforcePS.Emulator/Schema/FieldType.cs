namespace SalesforcePS.Emulator.Schema;

internal enum FieldType
{
    Id,
    String,
    TextArea,
    Boolean,
    Int,
    Long,
    Double,
    Currency,
    Percent,
    Date,
    DateTime,
    Time,
    Email,
    Phone,
    Url,
    Picklist,
    MultiPicklist,
    Combobox,
    Reference,
    Base64,
    EncryptedString,
    Address,
    Location,
    AnyType,
}
