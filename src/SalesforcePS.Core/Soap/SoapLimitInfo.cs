using System.Globalization;
using System.Xml;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Soap;

/// <summary>The <c>LimitInfoHeader</c> of a SOAP answer: the org's API requests used and allowed.</summary>
internal static class SoapLimitInfo
{
    public static void ReadHeader(XmlReader reader, ApiUsage? usage)
    {
        int? current = null, limit = null;
        using (var header = reader.ReadSubtree())
        {
            header.Read();
            while (!header.EOF)
            {
                switch (header.NodeType == XmlNodeType.Element ? header.LocalName : null)
                {
                    case "current": current = Number(header); break;
                    case "limit": limit = Number(header); break;
                    default: header.Read(); break;
                }
            }
        }
        reader.Skip();
        if (current is { } used && limit is { } allowed)
            usage?.Report(used, allowed);
    }

    /// <summary>A count that cannot be read is no reason to lose the answer it came with.</summary>
    private static int? Number(XmlReader reader) =>
        int.TryParse(reader.ReadElementContentAsString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
