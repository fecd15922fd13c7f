using System.Net;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Users;

public sealed class PasswordTests
{
    private const string New = "NewPassword1";

    [Fact]
    public async Task PasswordSetByRest_IsTheOneToSignInWith()
    {
        using var users = new UsersFixture();
        await using var server = await EmulatorServer.StartAsync(users.Options);
        var clerk = server.Org.Users.FindByName(UsersFixture.UserName)!;

        var answer = await server.PostAsync($"sobjects/User/{clerk.Id}/password", new { NewPassword = New });

        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        Assert.Equal("true", await SignInAsync(server, UsersFixture.UserName, New + UsersFixture.SecurityToken));
        Assert.Equal("sf:INVALID_LOGIN", await SignInAsync(server, UsersFixture.UserName, UsersFixture.Password + UsersFixture.SecurityToken));
    }

    [Fact]
    public async Task State_IsToldInJsonAndXml()
    {
        await using var server = await EmulatorServer.StartAsync();
        var path = $"sobjects/User/{server.Org.User.UserId}/password";

        Assert.Equal("""{"isExpired":false}""", (await server.GetAsync(path)).Text);
        Assert.Contains("<Password xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><isExpired>false</isExpired></Password>", (await server.GetAsync(path + ".xml")).Text, StringComparison.Ordinal);
        await server.PostAsync("/__emulator/sign-in", new { passwordExpired = true });
        Assert.Equal("""{"isExpired":true}""", (await server.GetAsync(path)).Text);
    }

    [Fact]
    public async Task Reset_GivesAPasswordToSignInWith()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        var byRest = (await server.DeleteAsync($"sobjects/User/{server.Org.User.UserId}/password")).Json.GetProperty("NewPassword").GetString();
        Assert.Equal("true", await SignInAsync(server, credentials.UserName, byRest + credentials.SecurityToken));

        var bySoap = (await server.SoapAsync($"<resetPassword><userId>{server.Org.User.UserId}</userId></resetPassword>")).Result.Element(SoapAnswer.Partner + "password")!.Value;
        Assert.Equal("true", await SignInAsync(server, credentials.UserName, bySoap + credentials.SecurityToken));
        Assert.NotEqual(byRest, bySoap);
    }

    [Theory]
    [InlineData("short1", "Your password must be at least 8 characters long.")]
    [InlineData("onlyletters", "Your password must include letters and numbers")]
    [InlineData("1234567890", "Your password must include letters and numbers")]
    [InlineData(New, "invalid repeated password")]
    public async Task PasswordAgainstThePolicies_IsRefused(string password, string message)
    {
        await using var server = await EmulatorServer.StartAsync();
        var path = $"sobjects/User/{server.Org.User.UserId}/password";
        await server.PostAsync(path, new { NewPassword = New });

        var rest = await server.PostAsync(path, new { NewPassword = password });
        var soap = await server.SoapAsync($"<setPassword><userId>{server.Org.User.UserId}</userId><password>{password}</password></setPassword>");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_NEW_PASSWORD", message), (rest.Status, rest.ErrorCode, rest.ErrorMessage));
        Assert.Equal($"INVALID_NEW_PASSWORD: {message}", soap.FaultText);
    }

    [Fact]
    public async Task PasswordOfSomeoneElse_IsForAdministrators()
    {
        using var users = new UsersFixture();
        await using var server = await users.StartAsync();
        var (administrator, clerk) = (server.Org.User.UserId, server.Org.Users.FindByName(UsersFixture.UserName)!.Id);

        var read = await server.GetAsync($"sobjects/User/{administrator}/password");
        var set = await server.PostAsync($"sobjects/User/{administrator}/password", new { NewPassword = New });
        var soap = await server.SoapAsync($"<setPassword><userId>{administrator}</userId><password>{New}</password></setPassword>");

        Assert.Equal((HttpStatusCode.Forbidden, "INSUFFICIENT_ACCESS", "You do not have permission to view this record."), (read.Status, read.ErrorCode, read.ErrorMessage));
        Assert.Equal((HttpStatusCode.Forbidden, "INSUFFICIENT_ACCESS"), (set.Status, set.ErrorCode));
        Assert.Equal("sf:INSUFFICIENT_ACCESS", soap.FaultCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.PostAsync($"sobjects/User/{clerk}/password", new { NewPassword = New })).Status);
    }

    [Fact]
    public async Task UserWhoDoesNotExist_IsNotFound()
    {
        await using var server = await EmulatorServer.StartAsync();

        var rest = await server.PostAsync("sobjects/User/005000000000000AAA/password", new { NewPassword = New });
        var soap = await server.SoapAsync($"<setPassword><userId>005000000000000AAA</userId><password>{New}</password></setPassword>");

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (rest.Status, rest.ErrorCode));
        Assert.Equal("sf:INVALID_CROSS_REFERENCE_KEY", soap.FaultCode);
    }

    [Fact]
    public async Task ChangeOwnPassword_WantsTheOldOne()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        var wrong = await server.SoapAsync($"<changeOwnPassword><oldPassword>wrong</oldPassword><newPassword>{New}</newPassword></changeOwnPassword>");
        await server.SoapAsync($"<changeOwnPassword><oldPassword>{credentials.Password}</oldPassword><newPassword>{New}</newPassword></changeOwnPassword>");

        Assert.Equal("sf:INVALID_OLD_PASSWORD", wrong.FaultCode);
        Assert.Equal("true", await SignInAsync(server, credentials.UserName, New + credentials.SecurityToken));
    }

    [Fact]
    public async Task SessionOfAnExpiredPassword_ServesForEverythingOnceANewOneIsSet()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;
        await server.PostAsync("/__emulator/sign-in", new { passwordExpired = true });
        var login = await LoginAsync(server, credentials.UserName, credentials.Password + credentials.SecurityToken);
        server.SessionId = login.Result.Element(SoapAnswer.Partner + "sessionId")!.Value;
        Assert.Equal("INVALID_OPERATION_WITH_EXPIRED_PASSWORD", (await server.GetAsync("limits")).ErrorCode);

        await server.SoapAsync($"<setPassword><userId>{server.Org.User.UserId}</userId><password>{New}</password></setPassword>");

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("limits")).Status);
        Assert.Equal("false", (await LoginAsync(server, credentials.UserName, New + credentials.SecurityToken)).Result.Element(SoapAnswer.Partner + "passwordExpired")!.Value);
    }

    [Fact]
    public async Task PasswordOfTheAdministrator_OutlivesTheProcessUntilAReset()
    {
        var file = Path.GetTempFileName();
        try
        {
            string former;
            await using (var server = await EmulatorServer.StartAsync(new EmulatorOptions { Database = file }))
            {
                former = server.Org.Credentials.Password;
                await server.PostAsync($"sobjects/User/{server.Org.User.UserId}/password", new { NewPassword = New });
            }

            await using (var server = await EmulatorServer.StartAsync(new EmulatorOptions { Database = file }))
            {
                Assert.Equal(New, server.Org.Credentials.Password);
                await server.PostAsync($"sobjects/User/{server.Org.User.UserId}/password", new { NewPassword = former });
                await server.PostAsync("/__emulator/reset", "");
                Assert.Equal("true", await SignInAsync(server, server.Org.Credentials.UserName, New + server.Org.Credentials.SecurityToken));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>"true", or the code of the fault.</summary>
    private static async Task<string> SignInAsync(EmulatorServer server, string userName, string password)
    {
        var answer = await LoginAsync(server, userName, password);
        return answer.Status == HttpStatusCode.OK ? "true" : answer.FaultCode;
    }

    private static Task<SoapAnswer> LoginAsync(EmulatorServer server, string userName, string password) => server.SoapMessageAsync(
        $"""
        <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><login xmlns="urn:partner.soap.sforce.com">
        <username>{userName}</username><password>{password}</password></login></Body></Envelope>
        """);
}
