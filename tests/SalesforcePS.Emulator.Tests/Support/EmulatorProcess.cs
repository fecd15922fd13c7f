using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SalesforcePS.Emulator.Tests.Support;

/// <summary>An emulator in a process of its own, which can be killed.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process process;

    private EmulatorProcess(Process process, JsonElement ready)
    {
        this.process = process;
        Ready = ready;
        Client = new HttpClient { BaseAddress = new Uri(ready.GetProperty("url").GetString()!) };
    }

    public JsonElement Ready { get; }

    public HttpClient Client { get; }

    public static Process Start(params string[] arguments)
    {
        var emulator = Path.Combine(AppContext.BaseDirectory, "SalesforcePS.Emulator.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [emulator, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public static async Task<EmulatorProcess> StartReadyAsync(params string[] arguments)
    {
        var process = Start(arguments);
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new EmulatorProcess(process, JsonDocument.Parse(line).RootElement);
    }

    /// <summary>Of the client credentials flow; all calls carry it from then on.</summary>
    public async Task<string> SignInAsync()
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", Ready.GetProperty("clientId").GetString()),
            new("client_secret", Ready.GetProperty("clientSecret").GetString()),
        ]);
        using var answer = await Client.PostAsync("/services/oauth2/token", form);
        return (await JsonAsync(answer)).GetProperty("access_token").GetString()!;
    }

    public void Use(string token) => Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, $"/services/data/v68.0/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        using var answer = await Client.SendAsync(request);
        return await JsonAsync(answer);
    }

    /// <summary>SIGKILL, or what there is of it on Windows.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        Client.Dispose();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
