using System.Security.Cryptography;
using System.Text;

namespace SalesforcePS.Core.Authentication;

/// <summary>Proof Key for Code Exchange (RFC 7636, S256): who redeems a code shows that it was he who asked for it.</summary>
internal sealed class ProofKey
{
    public string Verifier { get; } = RandomText();

    public string Challenge => UrlSafe(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>256 bits that nobody can guess, in characters of a URL.</summary>
    public static string RandomText() => UrlSafe(RandomNumberGenerator.GetBytes(32));

    private static string UrlSafe(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
