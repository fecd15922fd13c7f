using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class SfCliSignInTests : IDisposable
{
    private const string Display = """{"status":0,"result":{"instanceUrl":"https://org.my.salesforce.com","username":"ada@example.com","accessToken":"TOKEN"},"warnings":[]}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sf-cli");

    [Fact]
    public async Task OldCli_ShowsTheTokenAtOnce()
    {
        Install("org display --target-org my-org --json", Display.Replace("TOKEN", "00D!old", StringComparison.Ordinal));

        var token = await SignInAsync("my-org");

        Assert.Equal(("00D!old", new Uri("https://org.my.salesforce.com")), (token.Value, token.InstanceUri));
    }

    [Fact]
    public async Task NewCli_IsAskedForTheTokenItHides()
    {
        Install(
            "org display --target-org ada@example.com --json", Display.Replace("TOKEN", "[REDACTED] Use 'sf org auth show-access-token' to view", StringComparison.Ordinal),
            "org auth show-access-token --target-org ada@example.com --no-prompt --json", """{"status":0,"result":{"accessToken":"00D!new"},"warnings":["This is a secret."]}""");

        Assert.Equal("00D!new", (await SignInAsync("ada@example.com")).Value);
    }

    [Fact]
    public async Task AliasThatTheCliDoesNotKnow_IsRefusedWithItsReason()
    {
        Install("org display --target-org nobody --json", """{"name":"NamedOrgNotFoundError","message":"No authorization information found for nobody.","exitCode":1,"status":1}""");

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync("nobody"));

        Assert.Equal(("NamedOrgNotFoundError", "The Salesforce CLI refused: No authorization information found for nobody."), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public async Task CliThatIsNotThere_IsSaid()
    {
        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync("my-org"));

        Assert.Equal("SF_CLI_NOT_FOUND", refused.ErrorCode);
        Assert.StartsWith("The Salesforce CLI, sf, is not on PATH.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputThatIsNoJson_IsSaid()
    {
        Install("org display --target-org my-org --json", "Oops");

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync("my-org"));

        Assert.Equal("SF_CLI_UNUSABLE", refused.ErrorCode);
    }

    [Fact]
    public async Task LoginWithoutASession_IsSaid()
    {
        Install("org display --target-org my-org --json", """{"status":0,"result":{"username":"ada@example.com","accessToken":"00D!x"}}""");

        Assert.Equal("SF_CLI_NO_SESSION", (await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync("my-org"))).ErrorCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("my org")]
    [InlineData("--help")]
    [InlineData("x\"&calc")]
    public async Task AliasThatIsNone_IsRefusedBeforeAnythingIsStarted(string alias)
    {
        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => SignInAsync(alias));

        Assert.Equal("SF_CLI_ALIAS_INVALID", refused.ErrorCode);
    }

    private Task<AccessToken> SignInAsync(string alias) =>
        OAuthSignInTests.SignInAsync(new ScriptedHandler(), new SfCliSignIn(alias, TimeProvider.System) { SearchPath = folder.FullName });

    /// <summary>A program that answers the command lines given, and fails at every other.</summary>
    private void Install(params string[] commandsAndAnswers)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in is a shell script.");
            return;
        }
        var script = new StringWriter { NewLine = "\n" };
        script.WriteLine("#!/bin/sh\ncase \"$*\" in");
        for (var i = 0; i < commandsAndAnswers.Length; i += 2)
        {
            var answer = Path.Combine(folder.FullName, $"{i}.json");
            File.WriteAllText(answer, commandsAndAnswers[i + 1]);
            script.WriteLine($"'{commandsAndAnswers[i]}') /bin/cat '{answer}' ;;");
        }
        script.WriteLine("*) echo unexpected \"$*\" >&2; exit 3 ;;\nesac");
        var path = Path.Combine(folder.FullName, "sf");
        File.WriteAllText(path, script.ToString());
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
