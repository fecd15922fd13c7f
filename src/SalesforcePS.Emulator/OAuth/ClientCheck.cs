using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal static class ClientCheck
{
    public static void Require(OrgCredentials credentials, TokenRequest request)
    {
        var (id, secret) = request.Client;
        if (id != credentials.ClientId)
            throw new OAuthException("invalid_client_id", "client identifier invalid");
        if (secret != credentials.ClientSecret)
            throw new OAuthException("invalid_client", "invalid client credentials");
    }
}
