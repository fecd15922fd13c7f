using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;

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

    public void InvalidateSessions(SoapCall call)
    {
        foreach (var id in call.ReadTexts().Where(argument => argument.Name == "sessionIds").Select(argument => argument.Value ?? ""))
        {
            var isEnded = org.Sessions.Remove(id);
            call.Result.Start("result");
            if (!isEnded)
                ResultWriter.WriteErrors(call.Result, [new RecordError(StatusCode.InvalidSessionId, "Invalid Session ID found in SessionHeader: Illegal Session", [])]);
            call.Result.Boolean("success", isEnded);
            call.Result.WriteEndElement();
        }
    }

    public void Logout(SoapCall call) => org.Sessions.Remove(call.Headers.SessionId!);
}
