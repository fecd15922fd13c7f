using System.Xml;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary>The SOAP headers of a write.</summary>
internal static class RecordHeaders
{
    public static void Write(XmlWriter writer, WriteOptions options)
    {
        if (options.AssignmentRule is { } rule)
        {
            var useDefault = rule.Equals("default", StringComparison.OrdinalIgnoreCase);
            SoapHeader.Write(writer, "AssignmentRuleHeader", ("assignmentRuleId", useDefault ? null : rule), ("useDefaultRule", useDefault ? "true" : null));
        }
        if (options.AllOrNone)
            SoapHeader.Write(writer, "AllOrNoneHeader", ("allOrNone", "true"));
        if (options.AllowFieldTruncation)
            SoapHeader.Write(writer, "AllowFieldTruncationHeader", ("allowFieldTruncation", "true"));
        if (options.AllowDuplicates)
            SoapHeader.Write(writer, "DuplicateRuleHeader", ("allowSave", "true"), ("includeRecordDetails", "false"), ("runAsCurrentUser", "false"));
    }
}
