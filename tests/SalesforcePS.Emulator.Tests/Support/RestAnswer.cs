using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesforcePS.Emulator.Tests.Support;

internal sealed record RestAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string Text)
{
    private JsonElement? json;

    public JsonElement Json => json ??= JsonDocument.Parse(Text).RootElement;

    public string ErrorCode => Json[0].GetProperty("errorCode").GetString()!;

    public string ErrorMessage => Json[0].GetProperty("message").GetString()!;

    public string Id => Json.GetProperty("id").GetString()!;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
