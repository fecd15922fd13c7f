using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Ends a session, or a refresh token with the sessions that came of it.</summary>
internal sealed class RevokeEndpoint(EmulatedOrg org)
{
    public async Task RevokeAsync(HttpContext context)
    {
        var token = context.Request.Query["token"].ToString();
        if (token.Length == 0 && context.Request.HasFormContentType)
            token = (await context.Request.ReadFormAsync(context.RequestAborted))["token"].ToString();
        if (org.RefreshTokens.Find(token) is { } refresh)
            org.RefreshTokens.Revoke(refresh.GrantId);
        else if (!org.Sessions.Remove(token))
            await OAuthError.WriteAsync(context, new OAuthException("invalid_token", "invalid token"));
    }
}
