using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Http;

public sealed class ErrorReadingTests
{
    private const string Recorded = "recorded/restforce-json/spec__fixtures__";

    [Theory]
    [InlineData("sobject__write_error_response.json", "INVALID_FIELD", "No such column 'foo' on sobject of type Bar")]
    [InlineData("sobject__query_error_response.json", "INVALID_FIELD", "error_message")]
    [InlineData("sobject__sobject_describe_error_response.json", "NOT_FOUND", "The requested resource does not exist")]
    [InlineData("sobject__search_error_response.json", "MALFORMED_SEARCH", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("sobject__upsert_error_response.json", "NOT_FOUND", "Provided external ID field does not exist or is not accessible: Namez")]
    [InlineData("auth_error_response.json", "invalid_grant", "authentication failure - Invalid Password")]
    public async Task RecordedError_KeepsItsCodeAndMessage(string file, string code, string message)
    {
        var body = ReferenceData.Read(Recorded + file);

        var error = await ErrorReader.ReadAsync(Answers.Json(body, 400), CancellationToken.None);

        Assert.Equal((code, message, 400), (error.ErrorCode, error.Message, error.StatusCode));
    }

    [Theory]
    [InlineData("sf:")]
    [InlineData("")]
    public async Task Fault_IsReadWithAndWithoutAPrefix(string prefix)
    {
        var error = await ErrorReader.ReadAsync(Answers.Fault("INVALID_LOGIN", "Invalid username", prefix), CancellationToken.None);

        Assert.IsType<AuthenticationException>(error);
        Assert.Equal(("INVALID_LOGIN", "Invalid username"), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task FaultWithoutDetail_TakesTheTextWithoutItsCode()
    {
        var fault = Answers.Xml("""
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>UNKNOWN_EXCEPTION</faultcode>
            <faultstring>UNKNOWN_EXCEPTION: Destination URL not reset.</faultstring></e:Fault></e:Body></e:Envelope>
            """, 500);

        var error = await ErrorReader.ReadAsync(fault, CancellationToken.None);

        Assert.Equal(("UNKNOWN_EXCEPTION", "Destination URL not reset."), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("InvalidSessionId", typeof(AuthenticationException))]
    [InlineData("ExceededQuota", typeof(RequestLimitException))]
    [InlineData("InvalidBatch", typeof(SalesforceException))]
    public async Task ErrorOfBulk1_IsReadFromXmlAndFromJson(string code, Type type)
    {
        var xml = Answers.Xml($"""<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>{code}</exceptionCode><exceptionMessage>It is so.</exceptionMessage></error>""", 400);
        xml.Content.Headers.ContentType = new("application/xml");
        var json = Answers.Json($$"""{"exceptionCode":"{{code}}","exceptionMessage":"It is so."}""", 400);

        foreach (var answer in new[] { xml, json })
        {
            var error = await ErrorReader.ReadAsync(answer, CancellationToken.None);

            Assert.Equal((type, code, "It is so."), (error.GetType(), error.ErrorCode, error.Message));
        }
    }

    [Fact]
    public async Task HtmlOfAProxy_GivesTheStatusAndAnExcerpt()
    {
        var error = await ErrorReader.ReadAsync(Answers.Html(502), CancellationToken.None);

        Assert.Equal(("HTTP_502", 502), (error.ErrorCode, error.StatusCode));
        Assert.StartsWith("502 Bad Gateway: <html>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FieldsAndRequestId_AreKept()
    {
        var answer = Answers.Json("""[{"message":"Required fields are missing: [LastName]","errorCode":"REQUIRED_FIELD_MISSING","fields":["LastName"]}]""", 400);
        answer.Headers.Add("X-Request-Id", "abc123");

        var error = await ErrorReader.ReadAsync(answer, CancellationToken.None);

        Assert.Equal(["LastName"], error.Fields);
        Assert.Equal("abc123", error.RequestId);
    }

    [Fact]
    public void LimitInfo_IsReadWithAppUsageBesideIt()
    {
        using var response = new HttpResponseMessage { Headers = { { "Sforce-Limit-Info", "api-usage=18/5000, per-app-api-usage=17/250(appName=x)" } } };
        var usage = new ApiUsage();

        usage.ReadLimitInfo(response);

        Assert.Equal((18, 5000), (usage.OrgUsed, usage.OrgLimit));
    }
}
