using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>A JSON Web Token taken apart, not yet verified.</summary>
internal sealed record JwtAssertion(
    string Algorithm,
    string Issuer,
    string Subject,
    IReadOnlyList<string> Audiences,
    DateTimeOffset Expires,
    byte[] SignedBytes,
    byte[] Signature)
{
    public static JwtAssertion Parse(string token)
    {
        try
        {
            var parts = token.Split('.');
            if (parts.Length != 3)
                throw new FormatException();
            using var header = JsonDocument.Parse(UrlSafeBase64.Decode(parts[0]));
            using var claims = JsonDocument.Parse(UrlSafeBase64.Decode(parts[1]));
            return new JwtAssertion(
                Text(header, "alg"),
                Text(claims, "iss"),
                Text(claims, "sub"),
                ReadAudiences(claims.RootElement.GetProperty("aud")),
                DateTimeOffset.FromUnixTimeSeconds(Seconds(claims.RootElement.GetProperty("exp"))),
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                UrlSafeBase64.Decode(parts[2]));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException
            or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw OAuthException.Grant("invalid assertion");
        }
    }

    private static string Text(JsonDocument document, string name) =>
        document.RootElement.GetProperty(name).GetString() ?? "";

    /// <summary>A number by the standard; an org takes one in quotes too, as simple-salesforce sends it.</summary>
    private static long Seconds(JsonElement time)
    {
        if (time.ValueKind != JsonValueKind.String)
            return (long)time.GetDouble();
        return long.TryParse(time.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new FormatException();
    }

    private static string[] ReadAudiences(JsonElement audience) => audience.ValueKind == JsonValueKind.Array
        ? [.. audience.EnumerateArray().Select(item => item.GetString() ?? "")]
        : [audience.GetString() ?? ""];
}
