using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap;

/// <summary>One field of a record in an answer.</summary>
internal static class FieldWriter
{
    private static readonly string[] AddressParts =
        ["latitude", "longitude", "city", "country", "countryCode", "geocodeAccuracy", "postalCode", "state", "stateCode", "street"];

    public static void Write(XmlWriter writer, string name, object? value)
    {
        writer.WriteStartElement(name, SoapNames.SObject);
        if (value is null)
            writer.WriteNilAttribute();
        else if (value is CompoundValue compound)
            WriteParts(writer, compound);
        else
            writer.WriteString(SoapText.Of(value));
        writer.WriteEndElement();
    }

    /// <summary>Aggregates tell the type of each value, because no describe does.</summary>
    public static void WriteTyped(XmlWriter writer, string name, object? value)
    {
        writer.WriteStartElement(name, SoapNames.SObject);
        if (value is null)
        {
            writer.WriteNilAttribute();
        }
        else
        {
            writer.WriteTypeAttribute(SchemaType(value));
            writer.WriteString(SoapText.Of(value));
        }

        writer.WriteEndElement();
    }

    private static string SchemaType(object value) => value switch
    {
        bool => "xsd:boolean",
        long number => number is >= int.MinValue and <= int.MaxValue ? "xsd:int" : "xsd:long",
        double => "xsd:double",
        DateOnly => "xsd:date",
        DateTimeOffset => "xsd:dateTime",
        TimeOnly => "xsd:time",
        _ => "xsd:string",
    };

    /// <summary>An address is a location with more parts; both have a fixed order.</summary>
    private static void WriteParts(XmlWriter writer, CompoundValue compound)
    {
        var parts = compound.Parts.ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);
        var isAddress = parts.ContainsKey("city");
        writer.WriteTypeAttribute(isAddress ? "address" : "location");
        foreach (var name in isAddress ? AddressParts : AddressParts[..2])
            writer.TextOrNil(name, parts.GetValueOrDefault(name) is { } value ? SoapText.Of(value) : null);
    }
}
