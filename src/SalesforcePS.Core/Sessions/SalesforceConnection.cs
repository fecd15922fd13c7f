using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Sessions;

/// <summary>A signed-in session with one org. Safe to share between threads; it renews itself once when Salesforce ends it.</summary>
public sealed class SalesforceConnection : IDisposable
{
    private readonly SignIn signIn;
    private readonly HttpClient http;
    private readonly SessionTokens tokens;
    private readonly ApiTransport anonymous;
    private readonly RetryPolicy retry;
    private readonly bool isView;

    private SalesforceConnection(SignIn signIn, ConnectionOptions options)
    {
        this.signIn = signIn;
        Time = options.Time;
        http = HttpClientFactory.Create(options.Proxy, options.Handler);
        retry = new RetryPolicy(options.Time);
        anonymous = new ApiTransport(http, retry, Usage);
        tokens = new SessionTokens(signIn, anonymous);
        Transport = new ApiTransport(http, retry, Usage, tokens) { ClientName = options.ClientName };
        Schema = new SchemaCache(this);
    }

    private SalesforceConnection(SalesforceConnection session, ApiReserve reserve)
    {
        (signIn, Time, User, InstanceUri, ApiVersion, ConnectedAt) =
            (session.signIn, session.Time, session.User, session.InstanceUri, session.ApiVersion, session.ConnectedAt);
        (http, retry, tokens, anonymous, isView) = (session.http, session.retry, session.tokens, session.anonymous, true);
        (Usage, RecordClasses) = (session.Usage, session.RecordClasses);
        Transport = new ApiTransport(http, retry, Usage, tokens) { Reserve = reserve, ClientName = session.Transport.ClientName };
        Schema = new SchemaCache(this, session.Schema);
    }

    /// <summary>How the session was got: <c>client credentials</c>, <c>JWT bearer</c>, <c>browser</c>, <c>refresh token</c>, ...</summary>
    public string Method => signIn.Method;

    public UserInfo User { get; private set; } = null!;

    public Uri InstanceUri { get; private set; } = null!;

    /// <summary>The API version of every call, such as <c>68.0</c>.</summary>
    public string ApiVersion { get; private set; } = null!;

    public ApiUsage Usage { get; } = new();

    /// <summary>The org's describe answers, asked for once.</summary>
    public SchemaCache Schema { get; }

    /// <summary>When the session was opened.</summary>
    public DateTimeOffset ConnectedAt { get; private set; }

    internal ApiTransport Transport { get; }

    internal RecordClassCache RecordClasses { get; } = new();

    internal TimeProvider Time { get; }

    internal string RestPath => $"/services/data/v{ApiVersion}";

    /// <summary>Signs in, chooses the API version and asks who the user is: two or three requests, one of which counts.</summary>
    /// <exception cref="AuthenticationException">Salesforce refused the sign-in.</exception>
    /// <exception cref="SalesforceException">The org cannot be reached, or does not offer the pinned version.</exception>
    public static async Task<SalesforceConnection> OpenAsync(SignIn signIn, ConnectionOptions options, CancellationToken cancellation = default)
    {
        var connection = Prepare(signIn, options);
        try
        {
            await connection.SignInAsync(cancellation).ConfigureAwait(false);
            await connection.ChooseVersionAsync(options.ApiVersion, cancellation).ConfigureAwait(false);
            await connection.AskForUserAsync(cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A session that is yet to be signed in, step by step.</summary>
    internal static SalesforceConnection Prepare(SignIn signIn, ConnectionOptions options) => new(signIn, options);

    internal async Task SignInAsync(CancellationToken cancellation) =>
        InstanceUri = (await tokens.GetAsync(cancellation).ConfigureAwait(false)).InstanceUri;

    internal async Task ChooseVersionAsync(string? pinned, CancellationToken cancellation) =>
        ApiVersion = await ApiVersions.ChooseAsync(anonymous, InstanceUri, pinned, cancellation).ConfigureAwait(false);

    internal async Task AskForUserAsync(CancellationToken cancellation)
    {
        User = await UserInfoCall.SendAsync(Transport, SoapAddress, Usage, cancellation).ConfigureAwait(false);
        ConnectedAt = Time.GetUtcNow();
    }

    /// <summary>Asks an address for its API versions, which takes no session: is there a Salesforce org?</summary>
    internal Task<string> ReachAsync(Uri address, CancellationToken cancellation) => ApiVersions.ChooseAsync(anonymous, address, null, cancellation);

    /// <summary>The same session for a run that leaves some of the org's daily API calls: a call beyond them is refused before it is made.</summary>
    public SalesforceConnection Reserving(ApiReserve reserve) => new(this, reserve);

    /// <summary>Ends the session at Salesforce, unless it is somebody else's. The object is of no use afterwards, but is not disposed.</summary>
    public Task RevokeAsync(CancellationToken cancellation = default) =>
        tokens.Current is { } token && signIn.OwnsSession
            ? TokenEndpoint.RevokeAsync(anonymous, token.InstanceUri, signIn.OwnRefreshToken?.Reveal() ?? token.Value, cancellation)
            : Task.CompletedTask;

    internal Uri SoapAddress(AccessToken? token) => new(token!.InstanceUri, $"/services/Soap/u/{ApiVersion}");

    public void Dispose()
    {
        if (isView)
            return;
        tokens.Dispose();
        http.Dispose();
    }
}
