using System.Net;
using System.Security;

namespace SalesforcePS.Core.Authentication;

internal static class SecureStringExtensions
{
    /// <summary>The secret in clear, for the request that needs it and no longer.</summary>
    public static string Reveal(this SecureString secret) => new NetworkCredential(string.Empty, secret).Password;
}
