using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Files;

public sealed class MultipartTests
{
    [Fact]
    public async Task Collection_GivesEachRecordItsPart()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.UploadAsync(
            HttpMethod.Post, "composite/sobjects", Records(("one", "a.txt"), ("two", "b.txt")), ("two", [2, 2]), ("one", [1]));

        Assert.All(answer.Json.EnumerateArray(), result => Assert.True(result.GetProperty("success").GetBoolean()));
        var sizes = await server.QueryAsync("SELECT PathOnClient, ContentSize FROM ContentVersion ORDER BY PathOnClient");
        Assert.Equal([("a.txt", 1), ("b.txt", 2)], sizes.EnumerateArray().Select(version => (version.Text("PathOnClient"), version.GetProperty("ContentSize").GetInt32())));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task FileOfRefusedRecord_IsNotKept(bool allOrNone, int kept)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.UploadAsync(
            HttpMethod.Post, "composite/sobjects", Records(allOrNone, ("one", "a.txt"), ("two", "")), ("one", [1]), ("two", [2, 2]));

        Assert.Equal([!allOrNone, false], answer.Json.EnumerateArray().Select(result => result.GetProperty("success").GetBoolean()));
        Assert.Equal(kept, server.Org.Blobs.TotalLength());
    }

    [Fact]
    public async Task FileBeforeItsRecord_IsTakenAllTheSame()
    {
        await using var server = await EmulatorServer.StartAsync();
        // As form-data of Node.js writes it for the Salesforce CLI.
        const string Body = "--b\r\nContent-Disposition: form-data; name=\"VersionData\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"entity_content\"\r\nContent-Type: application/json\r\n\r\n{\"PathOnClient\":\"x.txt\"}\r\n--b--\r\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/data/v68.0/sobjects/ContentVersion") { Content = new StringContent(Body) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", server.SessionId);

        var answer = await server.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(3, server.Org.Blobs.TotalLength());
    }

    [Fact]
    public async Task RecordWithoutItsPart_FailsTheRequest()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.UploadAsync(HttpMethod.Post, "composite/sobjects", Records(("one", "a.txt"), ("two", "b.txt")), ("one", [1]));

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_MULTIPART_REQUEST"), (answer.Status, answer.ErrorCode));
        Assert.Equal(0, server.Org.Blobs.TotalLength());
    }

    [Fact]
    public async Task UploadsThatBrokeOffWithTheEmulator_AreGoneWithTheNextStart()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var options = new Emulator.Hosting.EmulatorOptions { Database = Path.Combine(folder.FullName, "org.db") };
            await using (var server = await EmulatorServer.StartAsync(options))
            {
                await server.AddVersionAsync([1, 2]);
                await server.Org.Blobs.SaveAsync(new MemoryStream([3, 4, 5]), 100, CancellationToken.None);
                Assert.Equal(5, server.Org.Blobs.TotalLength());
            }

            await using var next = await EmulatorServer.StartAsync(options);
            Assert.Equal(2, next.Org.Blobs.TotalLength());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task BodyBeyondTheLimit_IsNotKept()
    {
        await using var server = await EmulatorServer.StartAsync();

        var refusal = await Assert.ThrowsAsync<ApiException>(() => server.Org.Blobs.SaveAsync(new MemoryStream(Multipart.Bytes()), 1_234_566, CancellationToken.None));

        Assert.Equal("FILE_SIZE_LIMIT_EXCEEDED", refusal.ErrorCode);
        Assert.Equal(0, server.Org.Blobs.TotalLength());
    }

    private static object Records(params (string Part, string Path)[] files) => Records(false, files);

    private static object Records(bool allOrNone, params (string Part, string Path)[] files) => new
    {
        allOrNone,
        records = files.Select(file => new
        {
            attributes = new { type = "ContentVersion", binaryPartName = file.Part, binaryPartNameAlias = "VersionData" },
            Title = "T",
            PathOnClient = file.Path,
        }).ToArray(),
    };
}
