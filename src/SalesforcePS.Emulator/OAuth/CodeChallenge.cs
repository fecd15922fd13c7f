using System.Security.Cryptography;
using System.Text;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>PKCE with SHA-256 (RFC 7636), the one method that Salesforce has.</summary>
internal static class CodeChallenge
{
    private const int Length = 43;
    private const int ShortestVerifier = 43;

    /// <summary>Where RFC 7636 ends at 128 characters, Salesforce takes 128 random bytes, which clients send in base64.</summary>
    private const int LongestVerifier = 171;

    public static bool IsValid(string challenge) => challenge.Length == Length && challenge.All(IsBase64Url);

    public static bool Fits(string challenge, string verifier) =>
        verifier.Length is >= ShortestVerifier and <= LongestVerifier
        && verifier.All(character => IsBase64Url(character) || character is '.' or '~')
        && UrlSafeBase64.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;

    private static bool IsBase64Url(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
