using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class LoginOperation(EmulatedOrg org)
{
    private const int NewestVersion = 64;
    private const string Refusal = "Invalid username, password, security token; or user locked out.";

    public void Login(SoapCall call)
    {
        if (call.Version > NewestVersion)
        {
            throw new ApiException(
                "INVALID_OPERATION",
                FormattableString.Invariant($"The SOAP Login operation is not available in the API version specified ({call.Version}.0). ")
                    + "Refer to the documentation for supported versions.");
        }

        var arguments = call.ReadTexts().ToLookup(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
        Check(arguments["username"].FirstOrDefault() ?? "", arguments["password"].FirstOrDefault() ?? "");

        var session = org.Sessions.Create(org.User);
        var endpoint = FormattableString.Invariant($"{call.Version}.0/{org.Identity.OrganizationKey}");
        var result = call.Result;
        result.Start("result");
        result.Text("metadataServerUrl", $"{call.BaseUrl}/services/Soap/m/{endpoint}");
        result.Boolean("passwordExpired", false);
        result.Boolean("sandbox", false);
        result.Text("serverUrl", $"{call.BaseUrl}{SoapRoutes.Root}/{endpoint}");
        result.Text("sessionId", session.Id);
        result.Text("userId", org.Identity.UserId);
        UserInfo.Write(result, "userInfo", org.Identity);
        result.WriteEndElement();
    }

    private void Check(string userName, string password)
    {
        var credentials = org.Credentials;
        var isUser = userName.Equals(credentials.UserName, StringComparison.OrdinalIgnoreCase);
        if (isUser && password == credentials.Password + credentials.SecurityToken)
            return;
        throw isUser && password == credentials.Password
            ? new ApiException("LOGIN_MUST_USE_SECURITY_TOKEN", $"{Refusal} Are you at a new location? Add the security token to the password.")
            : new ApiException("INVALID_LOGIN", Refusal);
    }
}
