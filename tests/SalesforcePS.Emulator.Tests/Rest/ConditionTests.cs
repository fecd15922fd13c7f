using System.Globalization;
using System.Net;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class ConditionTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task TagOfAnAccount_ChangesWithItsContent()
    {
        await using var server = await EmulatorServer.StartAsync();
        var path = $"sobjects/Account/{await server.CreateAsync("Account", new { Name = "A" })}";
        var tag = (await server.GetAsync(path)).Header("ETag")!;

        Assert.Equal(HttpStatusCode.NotModified, (await server.GetAsync(path, ("If-None-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(path, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await server.RestAsync(HttpMethod.Patch, path, new { Name = "B" }, ("If-Match", tag))).Status);

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(path, ("If-None-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await server.GetAsync(path, ("If-Match", tag))).Status);
        var refused = await server.RestAsync(HttpMethod.Patch, path, new { Name = "C" }, ("If-Match", tag));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "PRECONDITION_FAILED"), (refused.Status, refused.ErrorCode));
        Assert.Equal("B", (await server.GetAsync(path)).Json.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task TagWithGzipMark_IsTheSameTag()
    {
        await using var server = await EmulatorServer.StartAsync();
        var path = $"sobjects/Account/{await server.CreateAsync("Account", new { Name = "A" })}";
        var tag = (await server.GetAsync(path)).Header("ETag")!;

        Assert.Equal(HttpStatusCode.NotModified, (await server.GetAsync(path, ("If-None-Match", tag.Replace("=\"", "=-gzip\"", StringComparison.Ordinal)))).Status);
    }

    [Theory]
    [InlineData("GET", "If-Modified-Since", 0, HttpStatusCode.NotModified)]
    [InlineData("GET", "If-Modified-Since", -1, HttpStatusCode.OK)]
    [InlineData("GET", "If-Unmodified-Since", 0, HttpStatusCode.OK)]
    [InlineData("GET", "If-Unmodified-Since", -1, HttpStatusCode.PreconditionFailed)]
    [InlineData("PATCH", "If-Unmodified-Since", 0, HttpStatusCode.NoContent)]
    [InlineData("PATCH", "If-Unmodified-Since", -1, HttpStatusCode.PreconditionFailed)]
    [InlineData("DELETE", "If-Unmodified-Since", -1, HttpStatusCode.NoContent)]
    public async Task DateOfARecord_IsCompared(string method, string header, int seconds, HttpStatusCode status)
    {
        await using var server = await EmulatorServer.StartAsync(clock: new ManualTime { Now = Made });
        var path = $"sobjects/Contact/{await server.CreateAsync("Contact", new { LastName = "L" })}";

        var body = method == "PATCH" ? new { LastName = "M" } : null;
        var answer = await server.RestAsync(new HttpMethod(method), path, body, (header, Made.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)));

        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Header("ETag"));
    }

    [Fact]
    public async Task InvalidDateOfAnUpdate_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await SendInvalidDateAsync(server, HttpMethod.Patch, "If-Unmodified-Since");

        Assert.Equal((HttpStatusCode.BadRequest, "The value of the header If-Unmodified-Since is not valid."), (answer.Status, answer.ErrorMessage));
    }

    [Theory]
    [InlineData("GET", "If-Modified-Since", HttpStatusCode.OK)]
    [InlineData("GET", "If-Unmodified-Since", HttpStatusCode.OK)]
    [InlineData("HEAD", "If-Modified-Since", HttpStatusCode.OK)]
    [InlineData("PATCH", "If-Modified-Since", HttpStatusCode.NoContent)]
    public async Task OtherInvalidDates_ArePassedOverAsHttpWants(string method, string header, HttpStatusCode status)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal(status, (await SendInvalidDateAsync(server, new HttpMethod(method), header)).Status);
    }

    private static async Task<Support.RestAnswer> SendInvalidDateAsync(EmulatorServer server, HttpMethod method, string header)
    {
        var id = await server.CreateAsync("Contact", new { LastName = "L" });
        using var request = new HttpRequestMessage(method, $"/services/data/v68.0/sobjects/Contact/{id}");
        if (method == HttpMethod.Patch)
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        request.Headers.Authorization = new("Bearer", server.SessionId);
        request.Headers.TryAddWithoutValidation(header, "yesterday");
        return await server.SendAsync(request);
    }
}
