using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class UserOperations(EmulatedOrg org)
{
    public void GetUserInfo(SoapCall call) => UserInfo.Write(call.Result, "result", org.Users.Require(call.User.UserId).Identity, org.SignIn.Current.SessionTimeout);

    public void GetServerTimestamp(SoapCall call)
    {
        call.Result.Start("result");
        call.Result.Text("timestamp", SoapText.DateTime(org.Clock.GetUtcNow()));
        call.Result.WriteEndElement();
    }

    public void Logout(SoapCall call) => org.Sessions.Remove(call.Headers.SessionId!);
}
