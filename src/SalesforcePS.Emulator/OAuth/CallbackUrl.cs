using System.Text;
using SalesforcePS.Emulator.Sessions;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Where a browser may be sent back to.</summary>
internal static class CallbackUrl
{
    /// <summary>Apps on this machine take any free port (RFC 8252, 7.3), so every address of it is taken; others must be registered as they are.</summary>
    public static bool IsRegistered(string address, SignInRules rules) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && ((uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) || rules.RedirectUris.Contains(address, StringComparer.Ordinal));

    /// <summary>The address with parameters added to its query; those without a value are left out.</summary>
    public static string With(string address, params (string Name, string Value)[] parameters)
    {
        var text = new StringBuilder(address);
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters.Where(parameter => parameter.Value.Length > 0))
        {
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal));
            separator = '&';
        }

        return text.ToString();
    }
}
