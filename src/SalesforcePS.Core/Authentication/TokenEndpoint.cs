using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary><c>/services/oauth2/token</c> and <c>/revoke</c>.</summary>
internal static class TokenEndpoint
{
    /// <summary>Posts a grant. The form is a function because it holds secrets: it is made when it is sent.</summary>
    public static Task<AccessToken> RequestAsync(
        ApiTransport transport, Uri loginUri, Func<Dictionary<string, string>> form, CancellationToken cancellation)
    {
        var request = new ApiRequest(ApiCallKind.SignIn, RequestSafety.Read, _ => new(HttpMethod.Post, new Uri(loginUri, "/services/oauth2/token"))
        {
            Content = new FormUrlEncodedContent(form()),
            Headers = { { "Accept", "application/json" } },
        })
        { Authenticated = false };
        return SignInRefusal.TranslateAsync(loginUri, transport.SendAsync(request, ReadTokenAsync, cancellation));
    }

    public static Task RevokeAsync(ApiTransport transport, AccessToken token, CancellationToken cancellation) =>
        transport.SendAsync(
            new ApiRequest(ApiCallKind.SignIn, RequestSafety.Read, _ => new(HttpMethod.Post, new Uri(token.InstanceUri, "/services/oauth2/revoke"))
            {
                Content = new FormUrlEncodedContent([new("token", token.Value)]),
            })
            { Authenticated = false },
            static (_, _) => Task.FromResult(true),
            cancellation);

    private static async Task<AccessToken> ReadTokenAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
            var type = json.RootElement.TryGetProperty("token_type", out var value) ? value.GetString() : "Bearer";
            if (!string.Equals(type, "Bearer", StringComparison.OrdinalIgnoreCase))
                throw new AuthenticationException(
                    $"The org gives '{type}' tokens, which need a proof with each request; only Bearer tokens can be used. Turn the requirement off for this app.")
                { ErrorCode = "UNSUPPORTED_TOKEN_TYPE" };
            return new AccessToken(
                json.RootElement.GetProperty("access_token").GetString() ?? throw new JsonException("The token is null."),
                new Uri(json.RootElement.GetProperty("instance_url").GetString()!));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or UriFormatException or ArgumentNullException or InvalidOperationException)
        {
            throw new ProtocolException("The token endpoint's answer is not a token: is the login URL that of Salesforce?", exception);
        }
    }
}
