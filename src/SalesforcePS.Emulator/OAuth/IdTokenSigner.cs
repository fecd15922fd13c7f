using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>OpenID Connect: signs who has signed in, with a key that is new at each start and told under /id/keys.</summary>
internal sealed class IdTokenSigner(string clientId, TimeProvider clock) : IDisposable
{
    private const string KeyId = "emulator";
    private const int KeySize = 2048;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly RSA key = RSA.Create(KeySize);

    public string Create(string issuer, UserAccount user, string nonce)
    {
        var now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = IdentityEndpoint.Url(issuer, user.Identity),
            ["aud"] = clientId,
            ["iss"] = issuer,
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
        };
        if (nonce.Length > 0)
            claims["nonce"] = nonce;
        var text = $"{Part(new Dictionary<string, object> { ["alg"] = "RS256", ["kid"] = KeyId, ["typ"] = "JWT" })}.{Part(claims)}";
        return $"{text}.{UrlSafeBase64.Encode(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>/id/keys.</summary>
    public Task KeysAsync(HttpContext context)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("keys");
            writer.WriteStartObject();
            writer.WriteString("kty", "RSA");
            writer.WriteString("use", "sig");
            writer.WriteString("alg", "RS256");
            writer.WriteString("kid", KeyId);
            writer.WriteString("n", UrlSafeBase64.Encode(parameters.Modulus));
            writer.WriteString("e", UrlSafeBase64.Encode(parameters.Exponent));
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    public void Dispose() => key.Dispose();

    private static string Part(Dictionary<string, object> members) => UrlSafeBase64.Encode(JsonSerializer.SerializeToUtf8Bytes(members));
}
