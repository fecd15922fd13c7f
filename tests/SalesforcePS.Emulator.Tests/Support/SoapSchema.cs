using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Support;

/// <summary>Holds every SOAP message that a test exchanges against the partner WSDL, where the reference data is at hand.</summary>
internal static class SoapSchema
{
    private static readonly Lazy<XmlSchemaSet?> Schemas = new(Load);

    public static void Check(XDocument message)
    {
        if (Schemas.Value is not { } schemas)
            return;
        var errors = new List<string>();
        // A copy, because validation leaves its marks on the document.
        new XDocument(message).Validate(schemas, (_, error) => errors.Add(error.Message));
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n{message}");
    }

    private static XmlSchemaSet? Load()
    {
        if (ReferenceData.Find("wsdl/partner.xsd") is not { } partner)
            return null;
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(partner)!, "*.xsd"))
            schemas.Add(null, file);
        schemas.Compile();
        return schemas;
    }
}
