using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class XmlTests
{
    private static readonly (string, string) AcceptXml = ("Accept", "application/xml");

    [Fact]
    public async Task Record_IsAnElementOfItsType()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A & <B>", AnnualRevenue = 2.5 });

        var account = Xml(await server.GetAsync($"sobjects/Account/{id}?fields=Name,AnnualRevenue,Phone,IsDeleted", AcceptXml));

        Assert.Equal(("Account", "Account", $"/services/data/v68.0/sobjects/Account/{id}"), (account.Name.LocalName, account.Attribute("type")!.Value, account.Attribute("url")!.Value));
        Assert.Equal(("A & <B>", "2.5", "false", id), (Text(account, "Name"), Text(account, "AnnualRevenue"), Text(account, "IsDeleted"), Text(account, "Id")));
        Assert.Equal("true", account.Element("Phone")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
    }

    [Theory]
    [InlineData("sobjects", "DescribeGlobal", "sobjects")]
    [InlineData("sobjects/Account/describe", "DescribeSObject", "fields")]
    [InlineData("query?q=SELECT+Name+FROM+User", "QueryResult", "records")]
    [InlineData("limits", "LimitsSnapshot", "DailyApiRequests")]
    [InlineData("/services/data", "Versions", "Version")]
    [InlineData("", "urls", "sobjects")]
    [InlineData("recent", "Results", null)]
    [InlineData("sobjects/Account/listviews", "ListViews", "listviews")]
    [InlineData("sobjects/Account/listviews/AllAccounts/results", "ExecuteListViewResult", "columns")]
    [InlineData("sobjects/Account/describe/layouts", "DescribeLayoutResult", "layouts")]
    [InlineData("sobjects/Account/describe/compactLayouts", "DescribeCompactLayoutsResult", "compactLayouts")]
    public async Task EachResource_HasItsElement(string path, string element, string? member)
    {
        await using var server = await EmulatorServer.StartAsync();

        var root = Xml(await server.GetAsync(path, AcceptXml));

        Assert.Equal(element, root.Name.LocalName);
        if (member is not null)
            Assert.NotEmpty(root.Elements(member));
    }

    [Fact]
    public async Task Error_IsInAListOfErrors()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("query?q=SELEKT", AcceptXml);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("MALFORMED_QUERY", Xml(answer).Element("Error")!.Element("errorCode")!.Value);
    }

    [Fact]
    public async Task Suffix_ChoosesTheFormatOverTheHeader()
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal("DescribeGlobal", Xml(await server.GetAsync("sobjects.xml", ("Accept", "application/json"))).Name.LocalName);
        Assert.Equal("UTF-8", (await server.GetAsync("sobjects.json", AcceptXml)).Json.GetProperty("encoding").GetString());
    }

    [Theory]
    [InlineData("application/json, application/xml", false)]
    [InlineData("application/json;q=0.5, text/xml", true)]
    [InlineData("text/html, application/xml;q=0.9, */*;q=0.8", true)]
    [InlineData("*/*", false)]
    public async Task Accept_IsReadByQuality(string accept, bool isXml)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("limits", ("Accept", accept));

        Assert.Equal(isXml ? '<' : '{', answer.Text[0]);
    }

    [Fact]
    public async Task XmlBody_IsRead()
    {
        await using var server = await EmulatorServer.StartAsync();

        var created = Xml(await SendAsync(server, HttpMethod.Post, "sobjects/Account", "<Account><Name>A</Name><NumberOfEmployees>7</NumberOfEmployees></Account>"));
        var id = Text(created, "id");
        await SendAsync(server, HttpMethod.Patch, $"sobjects/Account/{id}", """<Account xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><NumberOfEmployees xsi:nil="true"/><Site>S</Site></Account>""");

        Assert.Equal(("Result", "true"), (created.Name.LocalName, Text(created, "success")));
        var account = (await server.GetAsync($"sobjects/Account/{id}?fields=Name,NumberOfEmployees,Site")).Text;
        Assert.Contains("\"Name\":\"A\",\"NumberOfEmployees\":null,\"Site\":\"S\"", account, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("UTF-16")]
    [InlineData("utf-8")]
    public async Task Utf8ThatDeclaresAnotherEncoding_IsReadAsUtf8(string declared)
    {
        await using var server = await EmulatorServer.StartAsync();

        var created = Xml(await SendAsync(server, HttpMethod.Post, "sobjects/Account", $"<?xml version=\"1.0\" encoding=\"{declared}\"?><Account><Name>Müller</Name></Account>"));

        Assert.Equal("Müller", (await server.GetAsync($"sobjects/Account/{Text(created, "id")}")).Json.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task Utf16_IsRead()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/data/v68.0/sobjects/Account");
        request.Content = new StringContent("<?xml version=\"1.0\" encoding=\"utf-16\"?><Account><Name>Müller</Name></Account>", new UnicodeEncoding(bigEndian: false, byteOrderMark: false), "application/xml");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.SessionId);

        var id = (await server.SendAsync(request)).Id;

        Assert.Equal("Müller", (await server.GetAsync($"sobjects/Account/{id}")).Json.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task Tree_IsReadAndAnsweredAsTheGuideHasIt()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await SendAsync(server, HttpMethod.Post, "composite/tree/Account", """
            <SObjectTreeRequest>
              <records type="Account" referenceId="ref1"><name>SampleAccount</name>
                <Contacts><records type="Contact" referenceId="ref2"><lastname>Smith</lastname></records></Contacts>
              </records>
            </SObjectTreeRequest>
            """);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var root = Xml(answer);
        Assert.Equal(("SObjectTreeResponse", "false"), (root.Name.LocalName, Text(root, "hasErrors")));
        Assert.Equal(["ref1", "ref2"], root.Elements("results").Select(result => Text(result, "referenceId")));
    }

    [Fact]
    public async Task Batch_TakesItsInputInAnElementOfTheType()
    {
        await using var server = await EmulatorServer.StartAsync();

        var root = Xml(await SendAsync(server, HttpMethod.Post, "composite/batch", """
            <batch><haltOnError>true</haltOnError><batchRequests>
              <batchRequest><method>POST</method><url>v68.0/sobjects/Account</url><richInput><Account><Name>A</Name></Account></richInput></batchRequest>
              <batchRequest><method>GET</method><url>v68.0/query?q=SELECT+Name+FROM+Account</url></batchRequest>
            </batchRequests></batch>
            """));

        Assert.Equal(("batchResults", "false"), (root.Name.LocalName, Text(root, "hasErrors")));
        Assert.Equal(["201", "200"], root.Elements("results").Select(result => Text(result, "statusCode")));
        Assert.Equal("A", root.Descendants("records").Single().Element("Name")!.Value);
    }

    [Fact]
    public async Task BrokenXml_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await SendAsync(server, HttpMethod.Post, "sobjects/Account", "<Account>");

        Assert.Equal((HttpStatusCode.BadRequest, "XML_PARSER_ERROR"), (answer.Status, Xml(answer).Element("Error")!.Element("errorCode")!.Value));
    }

    private static Task<RestAnswer> SendAsync(EmulatorServer server, HttpMethod method, string path, string xml)
    {
        var request = new HttpRequestMessage(method, $"/services/data/v68.0/{path}") { Content = new StringContent(xml, Encoding.UTF8, "application/xml") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.SessionId);
        request.Headers.Add("Accept", "application/xml");
        return server.SendAsync(request);
    }

    private static XElement Xml(RestAnswer answer) => XDocument.Parse(answer.Text).Root!;

    private static string Text(XElement element, string name) => element.Element(name)!.Value;
}
