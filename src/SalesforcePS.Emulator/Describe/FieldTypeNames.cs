using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Describe;

internal static class FieldTypeNames
{
    public static string Of(FieldType type) => type switch
    {
        FieldType.AnyType => "anyType",
#pragma warning disable CA1308 // the names are lower case
        _ => type.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
    };

    public static string SoapTypeOf(FieldType type, bool isRest) => type switch
    {
        FieldType.Id or FieldType.Reference => "tns:ID",
        FieldType.Boolean => "xsd:boolean",
        FieldType.Int => "xsd:int",
        FieldType.Long => "xsd:long",
        FieldType.Double or FieldType.Currency or FieldType.Percent => "xsd:double",
        FieldType.Date => "xsd:date",
        FieldType.DateTime => "xsd:dateTime",
        FieldType.Time => "xsd:time",
        FieldType.Base64 => "xsd:base64Binary",
        FieldType.AnyType => "xsd:anyType",
        FieldType.Address => isRest ? "urn:address" : "tns:address",
        FieldType.Location => isRest ? "urn:location" : "tns:location",
        _ => "xsd:string",
    };
}
