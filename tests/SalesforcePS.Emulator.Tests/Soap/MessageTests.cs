using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Soap;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class MessageTests
{
    [Fact]
    public async Task AnswerOfASession_TellsTheApiUsage()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { DailyApiLimit = 50 });

        var answer = await server.SoapAsync("<getUserInfo/>");

        var info = answer.Message.Descendants(SoapAnswer.Partner + "limitInfo").Single();
        Assert.Equal(["1", "50", "API REQUESTS"], info.Elements().Select(element => element.Value));
        Assert.Equal(server.Org.Identity.UserName, answer.Result.Element(SoapAnswer.Partner + "userName")!.Value);
    }

    [Fact]
    public async Task UsedUpLimit_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { DailyApiLimit = 1 });
        await server.SoapAsync("<getUserInfo/>");

        var answer = await server.SoapAsync("<getUserInfo/>");

        Assert.Equal("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.", answer.FaultText);
        Assert.Equal(SoapAnswer.Fault + "UnexpectedErrorFault", answer.FaultDetail.Name);
    }

    [Fact]
    public async Task UnknownSession_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync();
        server.SessionId = "00D!unknown";

        var answer = await server.SoapAsync("<getUserInfo/>");

        Assert.Equal("sf:INVALID_SESSION_ID", answer.FaultCode);
        Assert.Equal(SoapAnswer.Fault + "UnexpectedErrorFault", answer.FaultDetail.Name);
    }

    [Fact]
    public async Task Logout_EndsTheSession()
    {
        await using var server = await EmulatorServer.StartAsync();

        await server.SoapAsync("<logout/>");

        Assert.Equal("sf:INVALID_SESSION_ID", (await server.SoapAsync("<getUserInfo/>")).FaultCode);
    }

    [Fact]
    public async Task GetServerTimestamp_IsTheClock()
    {
        await using var server = await EmulatorServer.StartAsync(clock: new ManualTime());

        var answer = await server.SoapAsync("<getServerTimestamp/>");

        Assert.Equal("2026-11-22T08:30:15.000Z", answer.Result.Element(SoapAnswer.Partner + "timestamp")!.Value);
    }

    [Fact]
    public async Task KnownHeaders_AreTaken()
    {
        await using var server = await EmulatorServer.StartAsync();
        const string Headers = """
            <CallOptions><client>tests</client><defaultNamespace xsi:nil="true"/></CallOptions>
            <QueryOptions><batchSize>200</batchSize></QueryOptions>
            <AllowFieldTruncationHeader><allowFieldTruncation>true</allowFieldTruncation></AllowFieldTruncationHeader>
            <AssignmentRuleHeader><assignmentRuleId xsi:nil="true"/><useDefaultRule>true</useDefaultRule></AssignmentRuleHeader>
            <DuplicateRuleHeader><allowSave>true</allowSave><includeRecordDetails>false</includeRecordDetails><runAsCurrentUser>true</runAsCurrentUser></DuplicateRuleHeader>
            """;

        Assert.Equal(HttpStatusCode.OK, (await server.SoapAsync("<getUserInfo/>", Headers)).Status);
    }

    [Fact]
    public async Task UnknownHeaderThatMustBeUnderstood_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync("<getUserInfo/>", """<x:Strange xmlns:x="urn:x" soapenv:mustUnderstand="1"/>""", isValid: false);

        Assert.Equal("soapenv:MustUnderstand", answer.FaultCode);
    }

    [Theory]
    [InlineData("<AllOrNoneHeader><allOrNone>yes</allOrNone></AllOrNoneHeader>", "<create><sObjects><type>Account</type><Name>A</Name></sObjects></create>", "'yes' is not a valid value for allOrNone")]
    [InlineData("<QueryOptions><batchSize>many</batchSize></QueryOptions>", "<query><queryString>SELECT Id FROM Account</queryString></query>", "'many' is not a valid value for batchSize")]
    [InlineData("", "<convertLead><leadConverts><doNotCreateOpportunity>no</doNotCreateOpportunity></leadConverts></convertLead>", "'no' is not a valid value for doNotCreateOpportunity")]
    public async Task ValueOfAnotherType_IsAFault(string headers, string operation, string expected)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync(operation, headers, isValid: false);

        Assert.Equal((HttpStatusCode.InternalServerError, "soapenv:Client", expected), (answer.Status, answer.FaultCode, answer.FaultText));
        Assert.Equal(0, (await server.GetAsync("query?q=SELECT+COUNT()+FROM+Account")).Json.GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task UnknownHeader_IsPassedOver()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync("<getUserInfo/>", """<x:Strange xmlns:x="urn:x"><x:y/></x:Strange>""", isValid: false);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<x/>")]
    [InlineData("""<!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>""")]
    [InlineData("""<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>""")]
    public async Task WhatIsNoMessage_IsAClientFault(string text)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapMessageAsync(text, isValid: false);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("soapenv:Client", answer.FaultCode);
    }

    [Fact]
    public async Task MissingSoapAction_IsAClientFault()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = EmulatorServer.SoapRequest();
        request.Headers.Remove("SOAPAction");
        request.Content = new StringContent("");

        var answer = await server.SendAsync(request);

        Assert.Contains("<faultstring>SOAPAction HTTP header missing</faultstring>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOperation_IsAClientFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync("<dance/>", isValid: false);

        Assert.Equal("No operation available for request {urn:partner.soap.sforce.com}dance, please check the WSDL for the service.", answer.FaultText);
    }

    [Fact]
    public async Task Utf8ThatDeclaresUtf16_IsRead()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = EmulatorServer.SoapRequest();
        request.Content = new StringContent(
            $"""
            <?xml version="1.0" encoding="utf-16"?><Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Header>
            <SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>{server.SessionId}</sessionId></SessionHeader></Header>
            <Body><getUserInfo xmlns="urn:partner.soap.sforce.com"/></Body></Envelope>
            """,
            Encoding.UTF8,
            "text/xml");

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("m/59.0", "http://soap.sforce.com/2006/04/metadata")]
    [InlineData("m/59.0/deployRequest", "http://soap.sforce.com/2006/04/metadata")]
    [InlineData("c/64.0/00D000000000001", "urn:enterprise.soap.sforce.com")]
    [InlineData("T/64.0", "urn:tooling.soap.sforce.com")]
    [InlineData("class/Orders", "http://soap.sforce.com/schemas/class/Orders")]
    public async Task OtherSoapApi_HasNoOperations(string path, string operationNamespace)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/services/Soap/{path}") { Headers = { { "SOAPAction", "\"\"" } } };
        request.Content = new StringContent(
            $"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="{operationNamespace}">
            <soapenv:Header><SessionHeader><sessionId>{server.SessionId}</sessionId></SessionHeader></soapenv:Header>
            <soapenv:Body><query><queryString>SELECT Id FROM Account</queryString></query></soapenv:Body>
            </soapenv:Envelope>
            """,
            Encoding.UTF8,
            "text/xml");

        var answer = await server.SendAsync(request);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        var fault = new SoapAnswer(answer.Status, XDocument.Parse(answer.Text));
        Assert.Equal("soapenv:Client", fault.FaultCode);
        Assert.Equal($"No operation available for request {{{operationNamespace}}}query, please check the WSDL for the service.", fault.FaultText);
    }

    [Theory]
    [InlineData(100d, "100.0")]
    [InlineData(0d, "0.0")]
    [InlineData(-12.5d, "-12.5")]
    [InlineData(9_999_999.5d, "9999999.5")]
    [InlineData(139_000_000d, "1.39E8")]
    [InlineData(-1e20d, "-1.0E20")]
    [InlineData(0.00025d, "2.5E-4")]
    [InlineData(1.2345678e-7d, "1.2345678E-7")]
    public void Double_IsWrittenAsJavaWritesIt(double value, string text)
    {
        Assert.Equal(text, SoapText.Of(value));
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
    }
}
