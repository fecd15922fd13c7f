using System.Xml;

namespace SalesforcePS.Emulator.Soap;

internal static class SoapWriterExtensions
{
    public static void Start(this XmlWriter writer, string name) => writer.WriteStartElement(name, SoapNames.Partner);

    public static void Text(this XmlWriter writer, string name, string value) =>
        writer.WriteElementString(name, SoapNames.Partner, SoapText.Clean(value));

    public static void Boolean(this XmlWriter writer, string name, bool value) =>
        writer.WriteElementString(name, SoapNames.Partner, value ? "true" : "false");

    public static void Number(this XmlWriter writer, string name, int value) =>
        writer.WriteElementString(name, SoapNames.Partner, XmlConvert.ToString(value));

    public static void Nil(this XmlWriter writer, string name)
    {
        writer.Start(name);
        writer.WriteNilAttribute();
        writer.WriteEndElement();
    }

    public static void TextOrNil(this XmlWriter writer, string name, string? value)
    {
        if (value is null)
            writer.Nil(name);
        else
            writer.Text(name, value);
    }

    /// <summary>For elements that the schema lets be absent, but not nil.</summary>
    public static void TextIfAny(this XmlWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.Text(name, value);
    }

    public static void WriteNilAttribute(this XmlWriter writer) =>
        writer.WriteAttributeString("xsi", "nil", SoapNames.SchemaInstance, "true");

    public static void WriteTypeAttribute(this XmlWriter writer, string type) =>
        writer.WriteAttributeString("xsi", "type", SoapNames.SchemaInstance, type);
}
