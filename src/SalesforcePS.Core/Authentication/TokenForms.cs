using System.Security;

namespace SalesforcePS.Core.Authentication;

/// <summary>What the grants of apps without a secret of their own have in common.</summary>
internal static class TokenForms
{
    public static Dictionary<string, string> WithClient(Dictionary<string, string> form, string clientId, SecureString? clientSecret)
    {
        form["client_id"] = clientId;
        if (clientSecret is not null)
            form["client_secret"] = clientSecret.Reveal();
        return form;
    }
}
