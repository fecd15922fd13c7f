using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap;

/// <summary>Reads a record of a request. Clients differ in the namespaces of its parts, so only local names count.</summary>
internal static class SObjectReader
{
    /// <summary>Reads from the record's element to behind its end.</summary>
    public static RecordInput Read(XmlReader reader)
    {
        string? type = null;
        string? id = null;
        var fields = new List<FieldInput>();
        foreach (var member in reader.Children())
        {
            var name = member.LocalName;
            switch (name)
            {
                case "type":
                    type = member.Text();
                    break;
                case "Id":
                    id = member.Text() ?? id;
                    break;
                case "fieldsToNull":
                    if (member.Text() is { } cleared)
                        fields.Add(new FieldInput(cleared, null));
                    break;
                default:
                    // A nil field is left alone: fieldsToNull is the way to clear one (SOAP API guide, update).
                    if (ReadValue(member) is { } value)
                        fields.Add(new FieldInput(name, value));
                    break;
            }
        }

        return new RecordInput(type, id, fields);
    }

    private static object? ReadValue(XmlReader reader)
    {
        if (reader.IsNil() || !IsNested(reader))
            return reader.Text();
        return ReadForeignKey(reader);
    }

    private static bool IsNested(XmlReader reader) =>
        reader.GetAttribute("type", SoapNames.SchemaInstance) is { } type && type.EndsWith("sObject", StringComparison.Ordinal);

    private static ForeignKey ReadForeignKey(XmlReader reader)
    {
        var name = reader.LocalName;
        var parent = Read(reader);
        var keys = parent.Id is null ? parent.Fields : [.. parent.Fields, new FieldInput("Id", parent.Id)];
        return keys is [{ Value: string value } key]
            ? new ForeignKey(parent.Type, key.Name, value)
            : throw new ApiException("INVALID_FIELD", $"The foreign key reference {name} must name exactly one field.");
    }
}
