using SalesforcePS.Emulator.Sessions;

namespace SalesforcePS.Emulator.Control;

/// <summary>Changes of who may sign in and how; what is not named stays.</summary>
internal sealed record SignInControl
{
    public int? SessionTimeoutSeconds { get; init; }

    public bool? RotateRefreshTokens { get; init; }

    public IReadOnlyList<string>? RedirectUris { get; init; }

    public bool? RequirePkce { get; init; }

    public bool? RequireSecret { get; init; }

    public bool? AppApproved { get; init; }

    /// <summary>A user name; empty for none.</summary>
    public string? RunAsUser { get; init; }

    public bool? PasswordFlow { get; init; }

    public bool? SoapLogin { get; init; }

    public bool? RequireSecurityToken { get; init; }

    public bool? NetworkRefused { get; init; }

    public bool? MyDomain { get; init; }

    public bool? ApiEnabled { get; init; }

    public bool? PasswordExpired { get; init; }

    public SignInRules Apply(SignInRules rules) => rules with
    {
        SessionTimeout = SessionTimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : rules.SessionTimeout,
        RotateRefreshTokens = RotateRefreshTokens ?? rules.RotateRefreshTokens,
        RedirectUris = RedirectUris ?? rules.RedirectUris,
        RequirePkce = RequirePkce ?? rules.RequirePkce,
        RequireSecret = RequireSecret ?? rules.RequireSecret,
        IsAppApproved = AppApproved ?? rules.IsAppApproved,
        RunAsUser = RunAsUser ?? rules.RunAsUser,
        IsPasswordFlowAllowed = PasswordFlow ?? rules.IsPasswordFlowAllowed,
        IsSoapLoginAllowed = SoapLogin ?? rules.IsSoapLoginAllowed,
        RequireSecurityToken = RequireSecurityToken ?? rules.RequireSecurityToken,
        IsNetworkRefused = NetworkRefused ?? rules.IsNetworkRefused,
        IsMyDomain = MyDomain ?? rules.IsMyDomain,
        IsApiEnabled = ApiEnabled ?? rules.IsApiEnabled,
        IsPasswordExpired = PasswordExpired ?? rules.IsPasswordExpired,
    };
}
