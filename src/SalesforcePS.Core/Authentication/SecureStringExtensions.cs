using System.Net;
using System.Security;

namespace SalesforcePS.Core.Authentication;

internal static class SecureStringExtensions
{
    /// <summary>The secret in clear, for the request that needs it and no longer.</summary>
    public static string Reveal(this SecureString secret) => new NetworkCredential(string.Empty, secret).Password;

    /// <summary>A secret that Salesforce gave, to be kept.</summary>
    public static SecureString Conceal(this string text)
    {
        var secret = new NetworkCredential(string.Empty, text).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }
}
