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
                    case "current": current = int.Parse(header.ReadElementContentAsString(), CultureInfo.InvariantCulture); break;
                    case "limit": limit = int.Parse(header.ReadElementContentAsString(), CultureInfo.InvariantCulture); break;
                    default: header.Read(); break;
                }
            }
        }
        reader.Skip();
        if (current is { } used && limit is { } allowed)
            usage?.Report(used, allowed);
    }
}
