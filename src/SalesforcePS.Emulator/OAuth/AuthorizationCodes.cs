using System.Collections.Concurrent;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Codes live 15 minutes and serve once (Salesforce Help, OAuth web server flow).</summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, AuthorizationCode> codes = new(StringComparer.Ordinal);

    public DateTimeOffset NextExpiry => clock.GetUtcNow() + Lifetime;

    public string Add(AuthorizationCode code)
    {
        var text = $"aPrx{RandomText.Create(76)}==";
        codes[text] = code;
        return text;
    }

    /// <summary>Uses the code up, whatever becomes of the request.</summary>
    public AuthorizationCode Take(string text)
    {
        if (!codes.TryRemove(text, out var code))
            throw OAuthException.Grant("invalid authorization code");
        return clock.GetUtcNow() < code.Expires ? code : throw OAuthException.Grant("expired authorization code");
    }
}
