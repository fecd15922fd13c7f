namespace SalesforcePS.Emulator.Soap;

/// <summary>Why SOAP calls are refused to everyone, or to a user.</summary>
internal static class SoapErrors
{
    public static ApiException OrgHasNoApi() => new("API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner");

    public static ApiException UserHasNoApi() => new("API_CURRENTLY_DISABLED", "API is disabled for this user");
}
