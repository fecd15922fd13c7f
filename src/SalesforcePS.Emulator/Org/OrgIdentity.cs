using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Org;

/// <summary>The org and one of its users, as login, getUserInfo and the identity service tell them.</summary>
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
    public static OrgIdentity Administrator { get; } = new(
        SeedRecords.OrganizationId,
        SeedRecords.OrganizationName,
        SeedRecords.AdministratorId,
        SeedRecords.ProfileId,
        SeedRecords.AdministratorUserName,
        "Emulator",
        "Administrator",
        SeedRecords.AdministratorUserName);

    public static string Language => "en_US";

    public static string Locale => "en_US";

    public static string TimeZone => "GMT";

    public static string CurrencyIsoCode => "USD";

    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>The 15 characters that an org's URLs carry.</summary>
    public string OrganizationKey => OrganizationId[..15];
}
