namespace SalesforcePS.Core.Tests.Support;

/// <summary>The answers of the partner API to calls that went well.</summary>
internal static class SoapAnswers
{
    public static string UserInfo => Envelope("""
        <getUserInfoResponse><result><organizationId>00D000000000001EAA</organizationId><organizationName>Acme</organizationName>
        <userFullName>Ada Lovelace</userFullName><userId>005000000000001AAA</userId><userName>ada@example.com</userName></result></getUserInfoResponse>
        """);

    public static string Login(string serverUrl, string sessionId, bool passwordExpired = false) => Envelope($"""
        <loginResponse><result><metadataServerUrl>{serverUrl}</metadataServerUrl><passwordExpired>{(passwordExpired ? "true" : "false")}</passwordExpired>
        <sandbox>false</sandbox><serverUrl>{serverUrl}</serverUrl><sessionId>{sessionId}</sessionId><userId>005000000000001AAA</userId>
        <userInfo><userName>ada@example.com</userName></userInfo></result></loginResponse>
        """);

    public static string Results(string operation, IEnumerable<string> results) =>
        Envelope($"<{operation}Response>{string.Concat(results.Select(result => $"<result>{result}</result>"))}</{operation}Response>");

    public static string Saved(string id, bool? created = null) =>
        (created is { } flag ? $"<created>{(flag ? "true" : "false")}</created>" : "") + $"<id>{id}</id><success>true</success>";

    public static string Refused(string code, string message, params string[] fields) =>
        $"<errors>{string.Concat(fields.Select(field => $"<fields>{field}</fields>"))}<message>{message}</message><statusCode>{code}</statusCode></errors>"
        + """<id xsi:nil="true"/><success>false</success>""";

    public static string Envelope(string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <soapenv:Header><LimitInfoHeader><limitInfo><current>7</current><limit>15000</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader></soapenv:Header>
        <soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>
        """;
}
