using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using SalesforcePS.Emulator.Hosting;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Support;

/// <summary>An app on this machine with a browser at hand, whose user signs in.</summary>
internal sealed class OAuthClient : IAsyncDisposable
{
    public const string Redirect = "http://localhost:49152/callback";
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private const string Authorize = "/services/oauth2/authorize";

    private readonly HttpClient browser;

    private OAuthClient(EmulatorServer server)
    {
        Server = server;
        browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Url) };
    }

    public EmulatorServer Server { get; }

    public static string Challenge => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static async Task<OAuthClient> StartAsync(EmulatorOptions? options = null, TimeProvider? clock = null) =>
        new(await EmulatorServer.StartAsync(options, clock));

    public Dictionary<string, string> Request(params (string Name, string Value)[] changes)
    {
        var request = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = Server.Org.Credentials.ClientId,
            ["redirect_uri"] = Redirect,
            ["state"] = "the state & more",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            request[name] = value;
        return request;
    }

    /// <summary>The answer to the browser that the app opens.</summary>
    public async Task<(HttpStatusCode Status, string Text, Uri? Location)> OpenAsync(Dictionary<string, string> request)
    {
        using var content = new FormUrlEncodedContent(request);
        using var answer = await browser.GetAsync($"{Authorize}?{await content.ReadAsStringAsync()}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location);
    }

    /// <summary>Opens the page, fills its form in and posts it with one of its buttons.</summary>
    public async Task<(string Page, Uri? Location)> DecideAsync(Dictionary<string, string> request, string button = "Allow", string? userName = null, string? password = null)
    {
        var (status, page, _) = await OpenAsync(request);
        Assert.Equal(HttpStatusCode.OK, status);
        var form = Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
            .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        form["username"] = userName ?? Server.Org.Credentials.UserName;
        form["password"] = password ?? Server.Org.Credentials.Password;
        form["decision"] = button;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await browser.PostAsync(Authorize, content);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Location);
    }

    public async Task<string> CodeAsync(Dictionary<string, string>? request = null, string? userName = null, string? password = null) =>
        Query((await DecideAsync(request ?? Request(), userName: userName, password: password)).Location!, "code");

    public Task<RestAnswer> ExchangeAsync(string code, params (string Name, string Value)[] changes) => PostAsync(
        "token",
        [("grant_type", "authorization_code"), ("code", code), ("client_id", Server.Org.Credentials.ClientId), ("redirect_uri", Redirect), ("code_verifier", Verifier), .. changes]);

    /// <summary>All of the flow: the tokens that the app ends up with.</summary>
    public async Task<(string Access, string Refresh)> SignInAsync()
    {
        var answer = await ExchangeAsync(await CodeAsync());
        return (answer.Json.GetProperty("access_token").GetString()!, answer.Json.GetProperty("refresh_token").GetString()!);
    }

    public Task<RestAnswer> RefreshAsync(string token) =>
        PostAsync("token", ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", Server.Org.Credentials.ClientId));

    /// <summary>A later parameter of a name replaces an earlier one.</summary>
    public async Task<RestAnswer> PostAsync(string endpoint, params (string Name, string Value)[] parameters)
    {
        var form = new Dictionary<string, string>();
        foreach (var (name, value) in parameters)
            form[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/services/oauth2/{endpoint}") { Content = new FormUrlEncodedContent(form) };
        return await Server.SendAsync(request);
    }

    public (string Name, string Value)[] Credentials =>
        [("client_id", Server.Org.Credentials.ClientId), ("client_secret", Server.Org.Credentials.ClientSecret)];

    public async Task<bool> IsValidAsync(string accessToken)
    {
        Server.SessionId = accessToken;
        return (await Server.GetAsync("limits")).Status == HttpStatusCode.OK;
    }

    public async Task SetAsync(object rules) => Assert.Equal(HttpStatusCode.NoContent, (await Server.PostAsync("/__emulator/sign-in", rules)).Status);

    public static string Query(Uri location, string name) => HttpUtility.ParseQueryString(location.Query)[name] ?? "";

    public static void AssertRefused(RestAnswer answer, string error, string description)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal((error, description), (answer.Json.GetProperty("error").GetString(), answer.Json.GetProperty("error_description").GetString()));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await Server.DisposeAsync();
    }
}
