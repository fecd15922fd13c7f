namespace SalesforcePS.Emulator.Org;

/// <summary>The org and its one user who can sign in, as login, getUserInfo and the identity service tell them.</summary>
internal sealed record OrgIdentity(
    string OrganizationId,
    string OrganizationName,
    string UserId,
    string ProfileId,
    string UserName,
    string FirstName,
    string LastName,
    string Email)
{
    public static string Language => "en_US";

    public static string Locale => "en_US";

    public static string TimeZone => "GMT";

    public static string CurrencyIsoCode => "USD";

    public string FullName => $"{FirstName} {LastName}";

    /// <summary>The 15 characters that an org's URLs carry.</summary>
    public string OrganizationKey => OrganizationId[..15];
}
