using System.Collections.Concurrent;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>An org that answers sign-in, version list, user and describe by itself, and everything else as the test says.</summary>
internal sealed class FakeOrg
{
    public const string Instance = "https://org.my.salesforce.com";
    public const string Rest = "/services/data/v68.0";
    private int tokensGiven;

    public FakeOrg() => Handler = new ScriptedHandler(AnswerAsync);

    public ScriptedHandler Handler { get; }

    public FakeTime Time { get; init; } = new();

    /// <summary>Has the first word on every request; null leaves it to the org.</summary>
    public Func<SentRequest, HttpResponseMessage?>? On { get; set; }

    /// <summary>As <see cref="On"/>, for answers that keep somebody waiting.</summary>
    public Func<SentRequest, CancellationToken, Task<HttpResponseMessage?>>? OnAsync { get; set; }

    public Func<string, string>? Query { get; set; }

    /// <summary>JSON by path and query, for further pages.</summary>
    public ConcurrentDictionary<string, string> Pages { get; } = new();

    public ConcurrentDictionary<string, string> Describes { get; } = new(StandardObjects.All, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SentRequest> Requests => Handler.Requests;

    /// <summary>The requests that write by SOAP or by REST.</summary>
    public IReadOnlyList<SentRequest> Writes =>
        [.. Requests.Where(request => request.IsCollection || (request.IsSoap && request.Operation.Name.LocalName is not ("getUserInfo" or "login")))];

    public IReadOnlyList<string> Queries => [.. Requests.Select(request => request.Soql).OfType<string>()];

    public int DescribeCalls => Requests.Count(request => request.Path.EndsWith("/describe", StringComparison.Ordinal));

    public Task<SalesforceConnection> ConnectAsync(SignIn? signIn = null, CancellationToken cancellation = default) => SalesforceConnection.OpenAsync(
        signIn ?? new ClientCredentialsSignIn(new Uri(Instance), "client", Secret.Of("secret")),
        new ConnectionOptions { Handler = Handler, Time = Time },
        cancellation);

    private async Task<HttpResponseMessage> AnswerAsync(SentRequest request, CancellationToken cancellation)
    {
        if (OnAsync is { } waiting && await waiting(request, cancellation) is { } late)
            return late;
        return On?.Invoke(request) ?? Answer(request);
    }

    private HttpResponseMessage Answer(SentRequest request)
    {
        if (request.Path == "/services/oauth2/token")
            return Answers.Json($$"""{"access_token":"00D!token{{Interlocked.Increment(ref tokensGiven)}}","instance_url":"{{Instance}}","token_type":"Bearer"}""");
        if (request.Path == "/services/data")
            return Answers.Json("""[{"version":"31.0"},{"version":"68.0"}]""");
        if (request.IsSoap && request.Operation.Name.LocalName == "getUserInfo")
            return Answers.Xml(SoapAnswers.UserInfo);
        if (request.Path.EndsWith("/describe", StringComparison.Ordinal) && Describes.TryGetValue(request.Path.Split('/')[^2], out var describe))
            return Answers.Json(describe);
        if (request.Soql is { } soql && Query is { } query)
            return Answers.Json(query(soql));
        return Pages.TryGetValue(request.Uri.PathAndQuery, out var page)
            ? Answers.Json(page)
            : Answers.Error(404, "NOT_FOUND", "The requested resource does not exist");
    }
}
