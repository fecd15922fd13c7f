using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>What a user allowed, until the client exchanges it for a session.</summary>
internal sealed record AuthorizationCode(UserAccount User, string Scope, string Redirect, string Challenge, string Nonce, DateTimeOffset Expires);
