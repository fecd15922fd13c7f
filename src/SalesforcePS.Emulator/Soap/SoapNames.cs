namespace SalesforcePS.Emulator.Soap;

internal static class SoapNames
{
    public const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    public const string Partner = "urn:partner.soap.sforce.com";

    public const string SObject = "urn:sobject.partner.soap.sforce.com";

    public const string Fault = "urn:fault.partner.soap.sforce.com";

    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string Schema = "http://www.w3.org/2001/XMLSchema";
}
