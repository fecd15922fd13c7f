namespace SalesforcePS.Core.Schema;

/// <summary>The types of describe (Object Reference, "Field Types"), as far as a value's shape depends on them.</summary>
public enum FieldType
{
    /// <summary>A type this engine does not know: its values stay as they come.</summary>
    Unknown,
    Id,
    Reference,
    String,
    TextArea,
    Email,
    Phone,
    Url,
    EncryptedString,
    Picklist,
    Combobox,
    MultiPicklist,
    Boolean,
    Int,
    Long,
    Double,
    Percent,
    Currency,
    Date,
    DateTime,
    Time,
    Base64,
    Address,
    Location,
    AnyType,
}
