using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Errors;

/// <summary>What to do about a refused sign-in: for each cause the setting or permission, in the words of Setup.</summary>
internal static class Remedies
{
    /// <summary>Null where the refusal tells no cause.</summary>
    public static string? Of(SalesforceException refused) => RefusalCauses.Of(refused) is var cause and not RefusalCause.Unknown
        ? Messages.ResourceManager.GetString($"Remedy{cause}", Messages.Culture)
        : null;
}
