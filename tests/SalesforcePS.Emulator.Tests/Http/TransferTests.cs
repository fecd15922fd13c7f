using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Http;

public sealed class TransferTests
{
    [Fact]
    public async Task Gzip_IsSentWhereItIsAccepted()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = Authorized(server, HttpMethod.Get, "sobjects");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        var compressed = await response.Content.ReadAsByteArrayAsync();
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        Assert.True((await JsonDocument.ParseAsync(gzip)).RootElement.TryGetProperty("sobjects", out _));
        Assert.Equal(compressed.Length, Assert.Single(server.Org.Requests.Snapshot()).ResponseBytes);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task CompressedBody_IsRead(string encoding)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = Authorized(server, HttpMethod.Post, "sobjects/Account");
        var body = Compress("""{"Name":"Packed"}""", encoding);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentEncoding.Add(encoding);

        var answer = await server.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(body.Length, Assert.Single(server.Org.Requests.Snapshot()).RequestBytes);
    }

    [Fact]
    public async Task CompressedSoapMessage_IsRead()
    {
        await using var server = await EmulatorServer.StartAsync();
        var message = $"<e:Envelope xmlns:e='{SoapAnswer.Envelope}' xmlns='{SoapAnswer.Partner}'><e:Header><SessionHeader><sessionId>{server.SessionId}</sessionId></SessionHeader></e:Header><e:Body><getServerTimestamp/></e:Body></e:Envelope>";
        using var request = EmulatorServer.SoapRequest();
        request.Content = new ByteArrayContent(Compress(message, "gzip"));
        request.Content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(request)).Status);
    }

    [Fact]
    public async Task UnknownEncoding_IsUnsupported()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = Authorized(server, HttpMethod.Post, "sobjects/Account");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Content.Headers.ContentEncoding.Add("br");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("/services/data/v68.0/sobjects/Account", "application/json", HttpStatusCode.BadRequest, "INVALID_INPUT")]
    [InlineData("/services/async/64.0/job", "application/xml", HttpStatusCode.BadRequest, "<exceptionCode>ClientInputError</exceptionCode>")]
    [InlineData("/services/Soap/u/64.0", "text/xml", HttpStatusCode.InternalServerError, "<faultcode>soapenv:Client</faultcode>")]
    public async Task BodyThatIsNotInItsEncoding_IsRefused(string path, string contentType, HttpStatusCode status, string code)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var request = Authorized(server, HttpMethod.Post, path);
        request.Headers.Add("X-SFDC-Session", server.SessionId);
        request.Headers.Add("SOAPAction", "\"\"");
        request.Content = new StringContent("plain", Encoding.UTF8, contentType);
        request.Content.Headers.ContentEncoding.Add("gzip");

        var answer = await server.SendAsync(request);

        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Text, StringComparison.Ordinal);
        Assert.Contains("The body is not in the content encoding gzip.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongQueryInASubrequest_Runs()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.CreateAsync("Account", new { Name = "A" });
        var names = string.Join(',', Enumerable.Repeat("'A'", 8_000));
        var subrequest = new { method = "GET", url = $"/services/data/v68.0/query?q=SELECT+Name+FROM+Account+WHERE+Name+IN+({names})", referenceId = "q" };

        var answer = await server.PostAsync("composite", new { compositeRequest = new[] { subrequest } });

        var result = answer.Json.GetProperty("compositeResponse")[0];
        Assert.Equal(1, result.GetProperty("body").GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task TooLongAddress_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var address = await server.GetAsync($"query?q={new string('x', 16_384)}");
        var withHeaders = await server.GetAsync($"query?q={new string('x', 10_000)}", ("X-Filler", new string('y', 7_000)));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, address.Status);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, withHeaders.Status);
    }

    [Fact]
    public async Task Answers_CarryAnOrgsHeaders()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("limits");

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.StartsWith("BrowserId=", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Server"));
    }

    private static HttpRequestMessage Authorized(EmulatorServer server, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/services/data/v68.0/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.SessionId);
        return request;
    }

    private static byte[] Compress(string text, string encoding)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (encoding == "identity")
            return bytes;
        var compressed = new MemoryStream();
        using (Stream compressor = encoding == "gzip" ? new GZipStream(compressed, CompressionMode.Compress) : new ZLibStream(compressed, CompressionMode.Compress))
            compressor.Write(bytes);
        return compressed.ToArray();
    }
}
