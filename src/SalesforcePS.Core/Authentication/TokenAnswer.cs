using System.Security;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>What the token endpoint gave: a session, and the refresh token where the grant brings one.</summary>
internal sealed record TokenAnswer(AccessToken Token, SecureString? RefreshToken)
{
    public static async Task<TokenAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
            return Read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or UriFormatException or ArgumentNullException or InvalidOperationException)
        {
            throw new ProtocolException("The token endpoint's answer is not a token: is the login URL that of Salesforce?", exception);
        }
    }

    private static TokenAnswer Read(JsonElement answer)
    {
        var type = Text(answer, "token_type") ?? "Bearer";
        if (!type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw new AuthenticationException(
                $"The org gives '{type}' tokens, which need a proof with each request; only Bearer tokens can be used. Turn the requirement off for this app.")
            { ErrorCode = "UNSUPPORTED_TOKEN_TYPE" };
        return new TokenAnswer(
            new AccessToken(
                answer.GetProperty("access_token").GetString() ?? throw new JsonException("The token is null."),
                new Uri(answer.GetProperty("instance_url").GetString()!)),
            Text(answer, "refresh_token")?.Conceal());
    }

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A record prints its members; a token must never be printed.</summary>
    public override string ToString() => Token.ToString();
}
