using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Soap;

/// <summary>The schemas of the partner WSDL.</summary>
internal static class PartnerSchema
{
    private static readonly string[] Files = ["partner.xsd", "sobject.xsd", "fault.xsd", "soapenv.xsd"];

    /// <summary>What is wrong with a message; empty where it is valid.</summary>
    public static IReadOnlyList<string> Check(string message)
    {
        var schemas = new XmlSchemaSet();
        foreach (var file in Files)
        {
            using var reader = XmlReader.Create(ReferenceData.Find($"wsdl/{file}"));
            schemas.Add(null, reader);
        }
        var findings = new List<string>();
        XDocument.Parse(message).Validate(schemas, (_, finding) => findings.Add(finding.Message));
        return findings;
    }
}
