using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Files;

public sealed class BodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512 * 1024)]
    [InlineData(1_234_567)]
    public async Task Body_ComesBackAsItWasSent(int length)
    {
        await using var server = await EmulatorServer.StartAsync();
        var bytes = Multipart.Bytes(length);
        var id = await server.AddVersionAsync(bytes);

        using var answer = await server.DownloadAsync($"sobjects/ContentVersion/{id}/VersionData");

        Assert.Equal("application/octetstream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(length, answer.Content.Headers.ContentLength);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(600_000L, null, 600_000, 634_567)]
    [InlineData(10L, 19L, 10, 10)]
    [InlineData(null, 5L, 1_234_562, 5)]
    [InlineData(1_234_560L, 9_000_000L, 1_234_560, 7)]
    public async Task Range_GivesItsBytesAlone(long? from, long? to, int start, int count)
    {
        await using var server = await EmulatorServer.StartAsync();
        var bytes = Multipart.Bytes();
        var id = await server.AddVersionAsync(bytes);

        using var answer = await server.DownloadAsync($"sobjects/ContentVersion/{id}/VersionData", new RangeHeaderValue(from, to));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"bytes {start}-{start + count - 1}/{bytes.Length}", answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal(bytes[start..(start + count)], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task RangeBehindTheEnd_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.AddVersionAsync([1, 2, 3]);

        using var answer = await server.DownloadAsync($"sobjects/ContentVersion/{id}/VersionData", new RangeHeaderValue(3, null));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal("bytes */3", answer.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task Attachment_IsReplacedByMultipart()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var id = await server.CreateAsync("Attachment", new { Name = "a.txt", ParentId = account, Body = Convert.ToBase64String([1, 2]) });

        var answer = await server.UploadAsync(HttpMethod.Patch, $"sobjects/Attachment/{id}", new { Description = "d" }, ("Body", [9, 8, 7]));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(3, (await server.QueryAsync("SELECT BodyLength FROM Attachment"))[0].GetProperty("BodyLength").GetInt32());
        Assert.Equal(3, server.Org.Blobs.TotalLength());
        using var body = await server.DownloadAsync($"sobjects/Attachment/{id}/Body");
        Assert.Equal([9, 8, 7], await body.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task SoapAttachment_HasItsLimitAndComesBackAsBase64()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });

        var created = await server.SoapAsync(Create(account, Convert.ToBase64String([1, 2, 3])));
        var refused = await server.SoapAsync(Create(account, Convert.ToBase64String(new byte[(25 * 1024 * 1024) + 1])));
        var queried = await server.SoapAsync("<query><queryString>SELECT Id, Body FROM Attachment</queryString></query>");

        Assert.Equal("true", Text(created.Message, "success"));
        Assert.Equal("FILE_SIZE_LIMIT_EXCEEDED", Text(refused.Message, "statusCode"));
        Assert.Equal("AQID", Text(queried.Message, "Body"));
        Assert.Equal(3, server.Org.Blobs.TotalLength());
    }

    [Fact]
    public async Task Reset_TakesAllBodies()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.AddVersionAsync(Multipart.Bytes());

        server.Org.Reset();

        Assert.Equal(0, server.Org.Blobs.TotalLength());
    }

    [Fact]
    public async Task AnswerThatIsToBreakOff_DoesSo()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.AddVersionAsync(Multipart.Bytes());
        await server.RestAsync(HttpMethod.Post, "/__emulator/faults", new[] { new { match = "/VersionData", closeConnection = "during", afterBytes = 100_000 } });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.DownloadAsync($"sobjects/ContentVersion/{id}/VersionData"));
        using var second = await server.DownloadAsync($"sobjects/ContentVersion/{id}/VersionData");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    private static string Create(string account, string body) =>
        $"""<create><sObjects><sf:type>Attachment</sf:type><sf:Id xsi:nil="true"/><sf:Name>a.bin</sf:Name><sf:ParentId>{account}</sf:ParentId><sf:Body>{body}</sf:Body></sObjects></create>""";

    private static string Text(XDocument message, string name) => message.Descendants().Last(element => element.Name.LocalName == name).Value;
}
