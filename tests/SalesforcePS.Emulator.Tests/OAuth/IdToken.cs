using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.OAuth;

/// <summary>Reads an id token as a client does: with the key that the org publishes.</summary>
internal static class IdToken
{
    public static JsonElement Read(string token, JsonElement keys)
    {
        var parts = token.Split('.');
        var key = keys.GetProperty("keys")[0];
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key.GetProperty("n").GetString()!), Exponent = Bytes(key.GetProperty("e").GetString()!) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return JsonDocument.Parse(Bytes(parts[1])).RootElement;
    }

    private static byte[] Bytes(string text)
    {
        var base64 = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
