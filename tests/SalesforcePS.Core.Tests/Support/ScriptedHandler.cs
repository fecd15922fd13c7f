using System.Collections.Concurrent;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>The one door, held by the test: each request is noted and answered by the script.</summary>
internal sealed class ScriptedHandler(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> script) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> requests = new();

    public ScriptedHandler(params Func<HttpResponseMessage>[] answers) : this(InTurn(answers))
    {
    }

    public IReadOnlyList<SentRequest> Requests => [.. requests];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.FromAsync(request);
        requests.Enqueue(sent);
        return await script(sent, cancellationToken);
    }

    /// <summary>One answer after the other; the last for all that follow.</summary>
    private static Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> InTurn(Func<HttpResponseMessage>[] answers)
    {
        var next = 0;
        return (_, _) => Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length) - 1]());
    }
}
