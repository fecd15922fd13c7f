namespace SalesforcePS.Emulator.Sessions;

internal enum SessionRefusal
{
    None,
    PasswordExpired,
    OrgHasNoApi,
    UserHasNoApi,
}
