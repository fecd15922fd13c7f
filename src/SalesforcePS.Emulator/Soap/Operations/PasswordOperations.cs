using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class PasswordOperations(EmulatedOrg org)
{
    private readonly PasswordChanger passwords = new(org);

    public void SetPassword(SoapCall call)
    {
        var arguments = Read(call);
        passwords.Set(Find(call, arguments), Text(arguments, "password"));
        WriteEmpty(call);
    }

    public void ChangeOwnPassword(SoapCall call)
    {
        var arguments = Read(call);
        passwords.ChangeOwn(org.Users.Require(call.User.UserId), Text(arguments, "oldPassword"), Text(arguments, "newPassword"));
        WriteEmpty(call);
    }

    public void ResetPassword(SoapCall call)
    {
        var password = passwords.Reset(Find(call, Read(call)));
        call.Result.Start("result");
        call.Result.Text("password", password);
        call.Result.WriteEndElement();
    }

    private UserAccount Find(SoapCall call, ILookup<string, string?> arguments) =>
        passwords.Find(call.User, Text(arguments, "userId")) ?? throw new ApiException(StatusCode.InvalidCrossReferenceKey, "invalid cross reference id");

    private static ILookup<string, string?> Read(SoapCall call) =>
        call.ReadTexts().ToLookup(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);

    private static string Text(ILookup<string, string?> arguments, string name) => arguments[name].FirstOrDefault() ?? "";

    private static void WriteEmpty(SoapCall call)
    {
        call.Result.Start("result");
        call.Result.WriteEndElement();
    }
}
