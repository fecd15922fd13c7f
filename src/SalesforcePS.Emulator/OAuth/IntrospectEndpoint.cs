using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Tells the connected app of an access or refresh token (RFC 7662).</summary>
internal sealed class IntrospectEndpoint(EmulatedOrg org)
{
    public async Task PostAsync(HttpContext context)
    {
        try
        {
            var request = await TokenRequest.ReadAsync(context);
            ClientCheck.Require(org.Credentials, request);
            var token = request["token"];
            if (token.Length == 0)
                throw new OAuthException("invalid_request", "a token is required");
            await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => Write(writer, token, request.BaseUrl));
        }
        catch (OAuthException refusal)
        {
            await OAuthError.WriteAsync(context, refusal);
        }
    }

    private void Write(Utf8JsonWriter writer, string token, string baseUrl)
    {
        writer.WriteStartObject();
        if (org.Sessions.Peek(token) is { } session)
            WriteActive(writer, "access_token", session.Scope, org.Users.Require(session.User.UserId), baseUrl, session);
        else if (org.RefreshTokens.Find(token) is { } refresh && org.Users.Find(refresh.UserId) is { } user)
            WriteActive(writer, "refresh_token", refresh.Scope, user, baseUrl, session: null);
        else
            writer.WriteBoolean("active", false);
        writer.WriteEndObject();
    }

    private void WriteActive(Utf8JsonWriter writer, string tokenType, string? scope, UserAccount user, string baseUrl, Session? session)
    {
        writer.WriteBoolean("active", true);
        writer.WriteString("scope", scope ?? "api");
        writer.WriteString("client_id", org.Credentials.ClientId);
        writer.WriteString("username", user.Identity.UserName);
        writer.WriteString("sub", IdentityEndpoint.Url(baseUrl, user.Identity));
        writer.WriteString("token_type", tokenType);
        if (session is null)
            return;
        writer.WriteNumber("exp", org.Sessions.Expiry(session).ToUnixTimeSeconds());
        writer.WriteNumber("iat", session.Created.ToUnixTimeSeconds());
        writer.WriteNumber("nbf", session.Created.ToUnixTimeSeconds());
    }
}
