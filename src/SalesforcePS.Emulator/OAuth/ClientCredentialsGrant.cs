using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class ClientCredentialsGrant(OrgCredentials credentials)
{
    public TokenGrant Authorize(TokenRequest request)
    {
        ClientCheck.Require(credentials, request);
        return new TokenGrant("api", IsSigned: true, HasApiInstanceUrl: true);
    }
}
