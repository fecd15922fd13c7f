using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary><c>/services/oauth2/token</c> and <c>/revoke</c>.</summary>
internal static class TokenEndpoint
{
    /// <summary>Posts a grant. The form is a function because it holds secrets: it is made when it is sent.</summary>
    public static Task<TokenAnswer> RequestAsync(
        ApiTransport transport, Uri loginUri, Func<Dictionary<string, string>> form, CancellationToken cancellation)
    {
        var request = new ApiRequest(ApiCallKind.SignIn, RequestSafety.Read, _ => new(HttpMethod.Post, new Uri(loginUri, "/services/oauth2/token"))
        {
            Content = new FormUrlEncodedContent(form()),
            Headers = { { "Accept", "application/json" } },
        })
        { Authenticated = false };
        return SignInRefusal.TranslateAsync(loginUri, transport.SendAsync(request, TokenAnswer.ReadAsync, cancellation));
    }

    /// <summary>Ends a session; with a refresh token, also what came and would come of that.</summary>
    public static Task RevokeAsync(ApiTransport transport, Uri instance, string token, CancellationToken cancellation) =>
        transport.SendAsync(
            new ApiRequest(ApiCallKind.SignIn, RequestSafety.Read, _ => new(HttpMethod.Post, new Uri(instance, "/services/oauth2/revoke"))
            {
                Content = new FormUrlEncodedContent([new("token", token)]),
            })
            { Authenticated = false },
            static (_, _) => Task.CompletedTask,
            cancellation);
}
