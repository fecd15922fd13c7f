using System.Xml;

namespace SalesforcePS.Emulator.Soap;

internal static class SoapFault
{
    public static void Write(XmlWriter writer, ApiException fault)
    {
        var type = TypeOf(fault.ErrorCode);
        WriteStart(writer);
        writer.WriteElementString("faultcode", "", $"sf:{fault.ErrorCode}");
        writer.WriteElementString("faultstring", "", SoapText.Clean($"{fault.ErrorCode}: {fault.Message}"));
        writer.WriteStartElement("detail", "");
        writer.WriteStartElement("sf", type, SoapNames.Fault);
        writer.WriteAttributeString("xsi", "type", SoapNames.SchemaInstance, $"sf:{type}");
        writer.WriteElementString("exceptionCode", SoapNames.Fault, fault.ErrorCode);
        writer.WriteElementString("exceptionMessage", SoapNames.Fault, SoapText.Clean(fault.Message));
        if (type is "InvalidFieldFault" or "InvalidSObjectFault" or "MalformedQueryFault" or "MalformedSearchFault")
        {
            writer.WriteElementString("row", SoapNames.Fault, XmlConvert.ToString(fault.Row ?? -1));
            writer.WriteElementString("column", SoapNames.Fault, XmlConvert.ToString(fault.Column ?? -1));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
        WriteEnd(writer);
    }

    public static void Write(XmlWriter writer, SoapException fault)
    {
        WriteStart(writer);
        writer.WriteElementString("faultcode", "", $"soapenv:{fault.FaultCode}");
        writer.WriteElementString("faultstring", "", SoapText.Clean(fault.Message));
        WriteEnd(writer);
    }

    private static string TypeOf(string errorCode) => errorCode switch
    {
        "INVALID_LOGIN" or "LOGIN_DURING_RESTRICTED_DOMAIN" or "LOGIN_MUST_USE_SECURITY_TOKEN" or "PASSWORD_LOCKOUT" => "LoginFault",
        "INVALID_QUERY_LOCATOR" => "InvalidQueryLocatorFault",
        "MALFORMED_ID" => "InvalidIdFault",
        "INVALID_FIELD" => "InvalidFieldFault",
        "INVALID_TYPE" => "InvalidSObjectFault",
        "MALFORMED_QUERY" => "MalformedQueryFault",
        "MALFORMED_SEARCH" => "MalformedSearchFault",
        _ => "UnexpectedErrorFault",
    };

    private static void WriteStart(XmlWriter writer)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("soapenv", "Envelope", SoapNames.Envelope);
        writer.WriteAttributeString("xmlns", "sf", null, SoapNames.Fault);
        writer.WriteAttributeString("xmlns", "xsi", null, SoapNames.SchemaInstance);
        writer.WriteStartElement("Body", SoapNames.Envelope);
        writer.WriteStartElement("Fault", SoapNames.Envelope);
    }

    private static void WriteEnd(XmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
