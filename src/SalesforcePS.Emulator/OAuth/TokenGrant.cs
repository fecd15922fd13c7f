namespace SalesforcePS.Emulator.OAuth;

/// <summary>What a grant type puts into its answer.</summary>
internal sealed record TokenGrant(string? Scope, bool IsSigned, bool HasApiInstanceUrl = false);
