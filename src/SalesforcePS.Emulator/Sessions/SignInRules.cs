namespace SalesforcePS.Emulator.Sessions;

/// <summary>What an administrator sets in Setup about who may sign in and how; made so that every refusal of an org can be had.</summary>
internal sealed record SignInRules
{
    /// <summary>The default of an org; each call starts it anew (SOAP API guide, error handling).</summary>
    public static readonly TimeSpan DefaultSessionTimeout = TimeSpan.FromHours(2);

    public TimeSpan SessionTimeout { get; init; } = DefaultSessionTimeout;

    /// <summary>Each refresh gives a new refresh token and ends the old one.</summary>
    public bool RotateRefreshTokens { get; init; }

    /// <summary>The callback URLs of the connected app beside those on this machine, which all are taken.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Authorization codes are given for a code challenge only.</summary>
    public bool RequirePkce { get; init; }

    /// <summary>Codes and refresh tokens are taken with the client secret only, even with PKCE.</summary>
    public bool RequireSecret { get; init; }

    /// <summary>False: the app is for users whom the administrator approved, and there is none.</summary>
    public bool IsAppApproved { get; init; } = true;

    /// <summary>The user of the client credentials flow; empty where none is set.</summary>
    public string RunAsUser { get; init; } = Storage.SeedRecords.AdministratorUserName;

    public bool IsPasswordFlowAllowed { get; init; } = true;

    public bool IsSoapLoginAllowed { get; init; } = true;

    /// <summary>False: calls come from a trusted network, from which the password alone is enough.</summary>
    public bool RequireSecurityToken { get; init; } = true;

    /// <summary>Nobody may sign in from this network.</summary>
    public bool IsNetworkRefused { get; init; }

    /// <summary>False: this is the common login host and not the org's own domain.</summary>
    public bool IsMyDomain { get; init; } = true;

    /// <summary>False: the org's edition has no API.</summary>
    public bool IsApiEnabled { get; init; } = true;

    public bool IsPasswordExpired { get; init; }
}
