using System.Xml;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Soap;

/// <summary>Reads a SOAP 1.1 fault. Its code may come with or without a prefix (<c>sf:INVALID_LOGIN</c>, <c>UNKNOWN_EXCEPTION</c>).</summary>
internal static class SoapFault
{
    public static SalesforceException? TryRead(byte[] body, int status)
    {
        try
        {
            using var reader = SoapXml.CreateReader(new MemoryStream(body));
            if (!reader.ReadToFollowing("Fault", SoapNames.Envelope))
                return null;
            string code = "UNKNOWN_EXCEPTION", text = "", exceptionCode = "", exceptionMessage = "";
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                    continue;
                }
                switch (reader.LocalName)
                {
                    case "faultcode": code = AfterPrefix(reader.ReadElementContentAsString()); break;
                    case "faultstring": text = reader.ReadElementContentAsString(); break;
                    case "exceptionCode": exceptionCode = reader.ReadElementContentAsString(); break;
                    case "exceptionMessage": exceptionMessage = reader.ReadElementContentAsString(); break;
                    default: reader.Read(); break;
                }
            }
            if (exceptionCode.Length > 0)
                code = exceptionCode;
            var message = exceptionMessage.Length > 0 ? exceptionMessage : WithoutCode(text, code);
            return SalesforceErrors.Create(code, message, status);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string AfterPrefix(string code) => code[(code.LastIndexOf(':') + 1)..].Trim();

    private static string WithoutCode(string text, string code) =>
        text.StartsWith(code + ": ", StringComparison.Ordinal) ? text[(code.Length + 2)..] : text;
}
