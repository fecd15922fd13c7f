using System.Xml;
using SalesforcePS.Emulator.Describe;

namespace SalesforcePS.Emulator.Soap;

internal sealed class XmlDescribeWriter(XmlWriter writer) : DescribeWriter
{
    public override bool IsRest => false;

    public override void Flag(string name, bool value) => writer.Boolean(name, value);

    public override void Number(string name, int value) => writer.Number(name, value);

    public override void Text(string name, string? value) => writer.TextOrNil(name, value);

    public override void Optional(string name, string? value) => writer.TextIfAny(name, value);

    public override void OptionalNumber(string name, int? value)
    {
        if (value is { } number)
            writer.Number(name, number);
    }

    public override void Any(string name, object? value)
    {
        if (value is null)
            return;
        writer.Start(name);
        writer.WriteTypeAttribute(value is bool ? "xsd:boolean" : "xsd:string");
        writer.WriteString(SoapText.Of(value));
        writer.WriteEndElement();
    }

    public override void Values(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            writer.Text(name, value);
    }

    public override void Flags(string name, IEnumerable<bool> values)
    {
        foreach (var value in values)
            writer.Boolean(name, value);
    }

    public override void SubType(string name) => writer.WriteTypeAttribute(name);

    public override void Items<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        foreach (var item in items)
            Item(name, () => write(item));
    }

    public override void Item(string name, Action write)
    {
        writer.Start(name);
        write();
        writer.WriteEndElement();
    }

    public override void Urls(IEnumerable<(string Name, string Url)> urls) =>
        throw new NotSupportedException("SOAP describes without a list of URLs.");
}
