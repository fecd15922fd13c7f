using System.Xml;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary>The SOAP headers of a write. The WSDL wants all members of a header; those not meant are nil.</summary>
internal static class RecordHeaders
{
    public static void Write(XmlWriter writer, WriteOptions options)
    {
        if (options.AssignmentRule is { } rule)
        {
            var useDefault = rule.Equals("default", StringComparison.OrdinalIgnoreCase);
            WriteHeader(writer, "AssignmentRuleHeader", ("assignmentRuleId", useDefault ? null : rule), ("useDefaultRule", useDefault ? "true" : null));
        }
        if (options.AllOrNone)
            WriteHeader(writer, "AllOrNoneHeader", ("allOrNone", "true"));
        if (options.AllowFieldTruncation)
            WriteHeader(writer, "AllowFieldTruncationHeader", ("allowFieldTruncation", "true"));
        if (options.AllowDuplicates)
            WriteHeader(writer, "DuplicateRuleHeader", ("allowSave", "true"), ("includeRecordDetails", "false"), ("runAsCurrentUser", "false"));
    }

    private static void WriteHeader(XmlWriter writer, string name, params (string Name, string? Value)[] members)
    {
        writer.WriteStartElement(name, SoapNames.Partner);
        foreach (var (member, value) in members)
        {
            writer.WriteStartElement(member, SoapNames.Partner);
            if (value is null)
                writer.WriteAttributeString("nil", SoapNames.Instance, "true");
            else
                writer.WriteString(value);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }
}
