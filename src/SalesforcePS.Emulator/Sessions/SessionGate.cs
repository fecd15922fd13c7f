using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Sessions;

/// <summary>Why a session that is valid may serve for no call. Each protocol says it in its own words.</summary>
internal static class SessionGate
{
    public static SessionRefusal Check(Session session, SignInRules rules) => session switch
    {
        { IsPasswordExpired: true } => SessionRefusal.PasswordExpired,
        _ when !rules.IsApiEnabled => SessionRefusal.OrgHasNoApi,
        _ when !session.User.Access.Has(UserPermission.ApiEnabled) => SessionRefusal.UserHasNoApi,
        _ => SessionRefusal.None,
    };

    public static ApiException PasswordExpired() => new(
        "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
        "The users password has expired, you must call SetPassword before attempting any other API operations",
        StatusCodes.Status403Forbidden);
}
