using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal static class ClientCheck
{
    public static void Require(OrgCredentials credentials, TokenRequest request)
    {
        var (id, secret) = request.Client;
        if (id != credentials.ClientId)
            throw OAuthException.UnknownClient();
        if (secret != credentials.ClientSecret)
            throw OAuthException.WrongSecret();
    }

    /// <summary>An app on someone's machine can keep no secret and sends none; a wrong one is refused all the same.</summary>
    public static void RequireIdentity(OrgCredentials credentials, TokenRequest request, bool isSecretNeeded)
    {
        if (isSecretNeeded || request.Client.Secret.Length > 0)
            Require(credentials, request);
        else if (request.Client.Id != credentials.ClientId)
            throw OAuthException.UnknownClient();
    }
}
