using System.Text;
using System.Text.Json;

namespace SalesforcePS.Core.Authentication;

/// <summary>The RS256 assertion of the JWT bearer flow. It lives two minutes: the guide allows three to five.</summary>
internal static class JwtAssertion
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static string Create(string clientId, string userName, string audience, DateTimeOffset now, SigningKey key)
    {
        var claims = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["iss"] = clientId,
            ["sub"] = userName,
            ["aud"] = audience,
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        });
        var content = $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}";
        return $"{content}.{Encode(key.Sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
