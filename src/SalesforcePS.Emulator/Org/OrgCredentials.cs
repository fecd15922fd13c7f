namespace SalesforcePS.Emulator.Org;

/// <summary>What a client needs to sign in; printed as the ready line.</summary>
internal sealed record OrgCredentials(
    string UserName,
    string Password,
    string SecurityToken,
    string ClientId,
    string ClientSecret)
{
    public static OrgCredentials CreateRandom(string userName) => new(
        userName,
        RandomText.Create(16),
        RandomText.Create(24),
        "3MVG9" + RandomText.Create(80),
        RandomText.CreateHexadecimal(64));
}
