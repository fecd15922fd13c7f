using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class LoginOperation(EmulatedOrg org)
{
    private const int NewestVersion = 64;
    private const string Refusal = "Invalid username, password, security token; or user locked out.";

    private readonly PasswordSignIn signIn = new(org.Users, org.SignIn);

    public void Login(SoapCall call)
    {
        CheckAvailable(call.Version);
        var arguments = call.ReadTexts().ToLookup(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
        var account = Check(arguments["username"].FirstOrDefault() ?? "", arguments["password"].FirstOrDefault() ?? "");

        var rules = org.SignIn.Current;
        var session = org.Sessions.Create(account.Caller, isPasswordExpired: rules.IsPasswordExpired);
        var endpoint = FormattableString.Invariant($"{call.Version}.0/{org.Identity.OrganizationKey}");
        var result = call.Result;
        result.Start("result");
        result.Text("metadataServerUrl", $"{call.BaseUrl}/services/Soap/m/{endpoint}");
        result.Boolean("passwordExpired", rules.IsPasswordExpired);
        result.Boolean("sandbox", false);
        result.Text("serverUrl", $"{call.BaseUrl}{SoapRoutes.Root}/{endpoint}");
        result.Text("sessionId", session.Id);
        result.Text("userId", account.Id);
        UserInfo.Write(result, "userInfo", account.Identity, rules.SessionTimeout);
        result.WriteEndElement();
    }

    private void CheckAvailable(int version)
    {
        if (version > NewestVersion)
        {
            throw new ApiException(
                "INVALID_OPERATION",
                FormattableString.Invariant($"The SOAP Login operation is not available in the API version specified ({version}.0). ")
                    + "Refer to the documentation for supported versions.");
        }

        if (!org.SignIn.Current.IsSoapLoginAllowed)
            throw new ApiException("INVALID_OPERATION", "SOAP API login() is disabled by default in this org");
        if (!org.SignIn.Current.IsApiEnabled)
            throw SoapErrors.OrgHasNoApi();
    }

    private UserAccount Check(string userName, string password)
    {
        var outcome = signIn.Check(userName, password, isBrowser: false, out var account);
        return outcome switch
        {
            PasswordOutcome.Success when account!.Access.Has(UserPermission.ApiEnabled) => account,
            PasswordOutcome.Success => throw SoapErrors.UserHasNoApi(),
            PasswordOutcome.NeedsSecurityToken => throw new ApiException(
                "LOGIN_MUST_USE_SECURITY_TOKEN", $"{Refusal} Are you at a new location? Add the security token to the password."),
            PasswordOutcome.NetworkRefused => throw new ApiException(
                "LOGIN_DURING_RESTRICTED_DOMAIN", "cannot log in from current domain"),
            _ => throw new ApiException("INVALID_LOGIN", Refusal),
        };
    }
}
