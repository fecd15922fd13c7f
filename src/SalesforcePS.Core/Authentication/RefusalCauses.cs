using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Authentication;

/// <summary>Reads the cause out of a refusal's code and text (help remoteaccess_oauth_flow_errors; api core-data-types).</summary>
public static class RefusalCauses
{
    /// <summary>Codes that have several causes, told apart by a part of their text. The first that fits counts.</summary>
    private static readonly (string Code, string Text, RefusalCause Cause)[] ByText =
    [
        ("invalid_grant", "request not supported on this domain", RefusalCause.DomainWrong),
        ("invalid_grant", "no client credentials user enabled", RefusalCause.AppHasNoRunAsUser),
        ("invalid_grant", "hasn't approved this consumer", RefusalCause.AppNotApproved),
        ("invalid_grant", "audience validation failed", RefusalCause.AudienceWrong),
        ("invalid_grant", "invalid assertion", RefusalCause.KeyWrong),
        ("invalid_grant", "ip restricted", RefusalCause.NetworkNotTrusted),
        ("invalid_grant", "inactive user", RefusalCause.UserInactive),
        ("invalid_grant", "expired access/refresh token", RefusalCause.RefreshTokenEnded),
        ("invalid_grant", "expired authorization code", RefusalCause.ClockWrong),
        ("invalid_grant", "authorization code", RefusalCause.CodeUnusable),
        ("invalid_grant", "code verifier", RefusalCause.CodeUnusable),
        ("invalid_grant", "authentication failure", RefusalCause.PasswordFlowWrongOrOff),
        ("invalid_client", "must be installed", RefusalCause.AppNotInstalled),
        ("invalid_client", "", RefusalCause.AppSecretWrong),
        ("INVALID_OPERATION", "SOAP API login() is disabled", RefusalCause.SoapLoginOff),
        ("INVALID_SESSION_ID", "not valid for use with the REST API", RefusalCause.ApiScopeMissing),
        ("INVALID_SESSION_ID", "", RefusalCause.SessionEnded),
    ];

    private static readonly Dictionary<string, RefusalCause> ByCode = new(StringComparer.Ordinal)
    {
        ["invalid_client_id"] = RefusalCause.AppUnknown,
        ["OAUTH_APP_ACCESS_DENIED"] = RefusalCause.AppNotApproved,
        ["OAUTH_APP_BLOCKED"] = RefusalCause.AppNotInstalled,
        ["unsupported_grant_type"] = RefusalCause.AppLacksFlow,
        ["redirect_uri_mismatch"] = RefusalCause.AppLacksCallback,
        ["UNSUPPORTED_TOKEN_TYPE"] = RefusalCause.AppNeedsProof,
        ["access_denied"] = RefusalCause.UserDenied,
        ["inactive_user"] = RefusalCause.UserInactive,
        ["inactive_org"] = RefusalCause.OrgClosed,
        ["INVALID_LOGIN"] = RefusalCause.PasswordWrong,
        ["LOGIN_MUST_USE_SECURITY_TOKEN"] = RefusalCause.SecurityTokenMissing,
        ["PASSWORD_LOCKOUT"] = RefusalCause.UserLocked,
        ["LOGIN_DURING_RESTRICTED_DOMAIN"] = RefusalCause.NetworkNotTrusted,
        ["LOGIN_DURING_RESTRICTED_TIME"] = RefusalCause.HoursNotAllowed,
        ["INVALID_OPERATION_WITH_EXPIRED_PASSWORD"] = RefusalCause.PasswordExpired,
        ["TRIAL_EXPIRED"] = RefusalCause.OrgClosed,
        ["ORG_LOCKED"] = RefusalCause.OrgClosed,
        ["API_DISABLED_FOR_ORG"] = RefusalCause.ApiOffForOrg,
        ["API_CURRENTLY_DISABLED"] = RefusalCause.ApiOffForUser,
        ["SF_CLI_NOT_FOUND"] = RefusalCause.SfCliMissing,
        ["SF_CLI_NO_SESSION"] = RefusalCause.SfCliLoginMissing,
        ["NamedOrgNotFoundError"] = RefusalCause.SfCliLoginMissing,
        ["SIGN_IN_TIMED_OUT"] = RefusalCause.NobodySignedIn,
    };

    public static RefusalCause Of(SalesforceException refused)
    {
        var byText = Array.Find(ByText, entry => entry.Code == refused.ErrorCode && refused.Message.Contains(entry.Text, StringComparison.OrdinalIgnoreCase));
        return byText != default ? byText.Cause : ByCode.GetValueOrDefault(refused.ErrorCode);
    }
}
