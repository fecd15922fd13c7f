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
