using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Http;

/// <summary>A transport over a script, in fake time, with a token source that counts.</summary>
internal sealed class TransportFixture : IDisposable
{
    private readonly HttpClient http;

    public TransportFixture(ScriptedHandler handler, FakeTime? time = null)
    {
        Handler = handler;
        Time = time ?? new FakeTime();
        http = HttpClientFactory.Create(null, handler);
        Transport = new ApiTransport(http, new RetryPolicy(Time), Usage, Tokens);
    }

    public TransportFixture(params Func<HttpResponseMessage>[] answers) : this(new ScriptedHandler(answers))
    {
    }

    public ScriptedHandler Handler { get; }

    public FakeTime Time { get; }

    public CountingTokens Tokens { get; } = new();

    public ApiUsage Usage { get; } = new();

    public ApiTransport Transport { get; }

    public int Attempts => Handler.Requests.Count;

    public Task<string> SendAsync(RequestSafety safety, CancellationToken cancellation = default) => Transport.SendAsync(
        new ApiRequest(ApiCallKind.Rest, safety, token => new(HttpMethod.Post, new Uri(token!.InstanceUri, "/call"))),
        static (response, cancel) => response.Content.ReadAsStringAsync(cancel),
        cancellation);

    public void Dispose() => http.Dispose();
}
