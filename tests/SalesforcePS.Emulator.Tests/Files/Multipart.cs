using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;

namespace SalesforcePS.Emulator.Tests.Files;

internal static class Multipart
{
    public static Task<RestAnswer> UploadAsync(this EmulatorServer server, HttpMethod method, string path, object json, params (string Name, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent("boundary") { { new StringContent(JsonSerializer.Serialize(json), Encoding.UTF8, "application/json"), "entity" } };
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, name, "file.bin");
        var request = new HttpRequestMessage(method, $"/services/data/v68.0/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.SessionId);
        return server.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> DownloadAsync(this EmulatorServer server, string path, RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/services/data/v68.0/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.SessionId);
        request.Headers.Range = range;
        return await server.Client.SendAsync(request);
    }

    public static async Task<string> AddVersionAsync(this EmulatorServer server, byte[] bytes, object? json = null) =>
        (await server.UploadAsync(HttpMethod.Post, "sobjects/ContentVersion", json ?? new { PathOnClient = "Report.pdf" }, ("VersionData", bytes))).Id;

    public static async Task<JsonElement> QueryAsync(this EmulatorServer server, string soql) =>
        (await server.GetAsync($"query?q={Uri.EscapeDataString(soql)}")).Json.GetProperty("records");

    /// <summary>More than one part of the store, and not a whole number of them.</summary>
    public static byte[] Bytes(int length = 1_234_567)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
