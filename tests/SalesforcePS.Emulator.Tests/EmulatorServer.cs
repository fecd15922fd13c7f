using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Tests.Support;

namespace SalesforcePS.Emulator.Tests;

/// <summary>An emulator of its own for one test, over HTTP, with a session at hand.</summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private readonly EmulatorHost host;

    private EmulatorServer(EmulatorHost host)
    {
        this.host = host;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(host.Url) };
        SessionId = Org.Sessions.Create(Org.User).Id;
    }

    public HttpClient Client { get; }

    public EmulatedOrg Org => host.Org;

    public string Url => host.Url;

    public string SessionId { get; set; }

    public static async Task<EmulatorServer> StartAsync(EmulatorOptions? options = null, TimeProvider? clock = null) =>
        new(await EmulatorHost.StartAsync(options ?? new EmulatorOptions(), clock ?? TimeProvider.System));

    /// <summary>A path that is neither absolute nor a whole address is relative to the newest version.</summary>
    public async Task<RestAnswer> RestAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') || path.StartsWith("http:", StringComparison.Ordinal) ? path : $"/services/data/v68.0/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SessionId);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public Task<RestAnswer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        RestAsync(HttpMethod.Get, path, null, headers);

    public Task<RestAnswer> PostAsync(string path, object body) => RestAsync(HttpMethod.Post, path, body);

    public Task<RestAnswer> PatchAsync(string path, object body) => RestAsync(HttpMethod.Patch, path, body);

    public Task<RestAnswer> DeleteAsync(string path) => RestAsync(HttpMethod.Delete, path);

    public async Task<string> CreateAsync(string type, object record) => (await PostAsync($"sobjects/{type}", record)).Id;

    public async Task<RestAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return new RestAnswer(response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
    }

    public Task<SoapAnswer> SoapAsync(string operation, string headers = "", string version = "64.0", bool isValid = true) =>
        SoapMessageAsync(
            $"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:sobject.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <soapenv:Header><SessionHeader><sessionId>{SessionId}</sessionId></SessionHeader>{headers}</soapenv:Header>
            <soapenv:Body>{operation}</soapenv:Body>
            </soapenv:Envelope>
            """,
            version,
            isValid);

    /// <summary>Both messages are held against the WSDL, the request unless it is meant to be wrong.</summary>
    public async Task<SoapAnswer> SoapMessageAsync(string envelope, string version = "64.0", bool isValid = true)
    {
        if (isValid)
            SoapSchema.Check(XDocument.Parse(envelope));
        using var request = SoapRequest(version);
        request.Content = new StringContent(envelope, Encoding.UTF8, "text/xml");
        using var response = await Client.SendAsync(request);
        var answer = new SoapAnswer(response.StatusCode, XDocument.Parse(await response.Content.ReadAsStringAsync()));
        SoapSchema.Check(answer.Message);
        return answer;
    }

    public static HttpRequestMessage SoapRequest(string version = "64.0") =>
        new(HttpMethod.Post, $"/services/Soap/u/{version}") { Headers = { { "SOAPAction", "\"\"" } } };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }
}
