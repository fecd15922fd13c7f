using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Whom a token request gives a session, and what its answer holds beside it.</summary>
internal sealed record TokenGrant(UserAccount User, string? Scope)
{
    /// <summary>With signature and issued_at; the JWT bearer flow has neither.</summary>
    public bool IsSigned { get; init; } = true;

    public bool HasApiInstanceUrl { get; init; }

    /// <summary>What the new session has in common with its refresh token.</summary>
    public string? GrantId { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>The client's nonce, for the id token of a sign-in with the scope openid.</summary>
    public string? Nonce { get; init; }
}
