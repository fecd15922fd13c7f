namespace SalesforcePS.Emulator.Users;

internal enum PasswordOutcome
{
    Success,
    Wrong,
    NeedsSecurityToken,
    Inactive,
    NetworkRefused,
}
