using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap;

/// <summary>Reads a record of a request. Clients differ in the namespaces of its parts, so only local names count.</summary>
internal static class SObjectReader
{
    /// <summary>Reads from the record's element to behind its end.</summary>
    public static RecordInput Read(XmlReader reader) => Read(reader.Children(), ReadValue);

    private static RecordInput Read(IEnumerable<XmlReader> members, Func<XmlReader, object?> readValue)
    {
        string? type = null;
        string? id = null;
        var fields = new List<FieldInput>();
        foreach (var member in members)
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
                    if (readValue(member) is { } value)
                        fields.Add(new FieldInput(name, value));
                    break;
            }
        }

        return new RecordInput(type, id, fields);
    }

    /// <summary>
    /// A text, or the record that the field refers to, named by a text in it: clients differ in whether they declare its type.
    /// </summary>
    private static object? ReadValue(XmlReader reader)
    {
        var name = reader.LocalName;
        var depth = reader.Depth;
        return reader.TryText(out var text) ? text : ToForeignKey(name, Read(reader.RestOfChildren(depth), XmlReaderExtensions.Text));
    }

    private static ForeignKey ToForeignKey(string name, RecordInput parent)
    {
        var keys = parent.Id is null ? parent.Fields : [.. parent.Fields, new FieldInput("Id", parent.Id)];
        return keys is [{ Value: string value } key]
            ? new ForeignKey(parent.Type, key.Name, value)
            : throw new ApiException("INVALID_FIELD", $"The foreign key reference {name} must name exactly one field.");
    }
}
