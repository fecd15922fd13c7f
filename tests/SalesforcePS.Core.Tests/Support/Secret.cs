using System.Security;

namespace SalesforcePS.Core.Tests.Support;

internal static class Secret
{
    public static SecureString Of(string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
            secret.AppendChar(c);
        return secret;
    }
}
