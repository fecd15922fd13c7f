using System.Xml;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Reads an error of Bulk 1.0: <c>&lt;error&gt;</c> with <c>exceptionCode</c> and <c>exceptionMessage</c> (api-asynch "Errors").</summary>
internal static class ClassicFault
{
    /// <summary>Null where the document is something else.</summary>
    public static SalesforceException? TryRead(byte[] body, int status)
    {
        try
        {
            using var reader = SoapXml.CreateReader(new MemoryStream(body));
            reader.MoveToContent();
            if (reader.LocalName != "error" || reader.IsEmptyElement)
                return null;
            string? code = null, message = null;
            reader.ReadStartElement();
            while (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "exceptionCode": code = reader.ReadElementContentAsString(); break;
                    case "exceptionMessage": message = reader.ReadElementContentAsString(); break;
                    default: reader.Skip(); break;
                }
            }
            return code is null ? null : SalesforceErrors.Create(code, message ?? code, status);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
