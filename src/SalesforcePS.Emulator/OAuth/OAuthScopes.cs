namespace SalesforcePS.Emulator.OAuth;

/// <summary>The scopes that the connected app has (Salesforce Help, "OAuth Tokens and Scopes").</summary>
internal static class OAuthScopes
{
    public const string OpenId = "openid";

    private const string RefreshToken = "refresh_token";
    private const string OfflineAccess = "offline_access";

    /// <summary>What a client gets that asks for nothing.</summary>
    private const string Default = "refresh_token web api";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "address", "api", "chatter_api", "content", "custom_permissions", "email", "full", "id", "lightning", OfflineAccess, OpenId, "phone",
        "profile", RefreshToken, "visualforce", "web",
    };

    public static string Read(string requested)
    {
        var scopes = requested.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        if (scopes.Length == 0)
            return Default;
        return scopes.All(Known.Contains) ? string.Join(' ', scopes) : throw new OAuthException("invalid_scope", "the requested scope is not allowed");
    }

    public static bool Has(string scope, string name) => scope.Split(' ').Contains(name, StringComparer.Ordinal);

    /// <summary>The two names mean the same.</summary>
    public static bool HasRefreshToken(string scope) => Has(scope, RefreshToken) || Has(scope, OfflineAccess);
}
