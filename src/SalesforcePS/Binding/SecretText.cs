using System.Security;

namespace SalesforcePS.Binding;

internal static class SecretText
{
    public static SecureString ToSecureString(this string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
