namespace SalesforcePS.Emulator.OAuth;

/// <param name="Token">What the client holds.</param>
/// <param name="GrantId">What all refresh tokens and sessions of one sign-in share.</param>
/// <param name="UserId">Whom it signs in.</param>
/// <param name="Scope">What the user allowed.</param>
internal sealed record RefreshToken(string Token, string GrantId, string UserId, string Scope);
