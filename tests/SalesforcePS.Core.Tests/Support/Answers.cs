using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>Answers and failures as Salesforce and the way to it give them.</summary>
internal static class Answers
{
    public static HttpResponseMessage Json(string body, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Xml(string body, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "text/xml") };

    public static HttpResponseMessage Html(int status) =>
        new((HttpStatusCode)status) { Content = new StringContent("<html><body>We are setting things up</body></html>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Error(int status, string code, string message) =>
        Json($$"""[{"message":"{{message}}","errorCode":"{{code}}"}]""", status);

    public static HttpResponseMessage SessionExpired() => Error(401, "INVALID_SESSION_ID", "Session expired or invalid");

    public static HttpResponseMessage DailyLimit() => Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

    public static HttpResponseMessage ConcurrentLimit() =>
        Error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");

    public static HttpResponseMessage Unavailable(RetryConditionHeaderValue? retryAfter = null, int status = 503)
    {
        var answer = Html(status);
        answer.Headers.RetryAfter = retryAfter;
        return answer;
    }

    /// <summary>A SOAP fault; the prefix of its code may be missing, as in older answers.</summary>
    public static HttpResponseMessage Fault(string code, string message, string prefix = "sf:") =>
        Xml($"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <soapenv:Body><soapenv:Fault><faultcode>{prefix}{code}</faultcode><faultstring>{code}: {message}</faultstring>
            <detail><sf:UnexpectedErrorFault xsi:type="sf:UnexpectedErrorFault"><sf:exceptionCode>{code}</sf:exceptionCode><sf:exceptionMessage>{message}</sf:exceptionMessage></sf:UnexpectedErrorFault></detail>
            </soapenv:Fault></soapenv:Body></soapenv:Envelope>
            """, 500);

    /// <summary>An answer whose body breaks off after its beginning.</summary>
    public static HttpResponseMessage BrokenOff(string beginning, string mediaType = "application/json")
    {
        var content = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(beginning)));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    public static HttpRequestException ConnectFailure() => new(HttpRequestError.ConnectionError, "Connection refused");

    public static HttpRequestException ConnectionLost() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.");
}
