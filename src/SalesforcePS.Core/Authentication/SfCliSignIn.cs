using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>
/// A login that the Salesforce CLI has. The CLI renews it when it is asked for it, and keeps the refresh token to itself, so
/// that the two never spend one token twice.
/// </summary>
public sealed class SfCliSignIn(string alias, TimeProvider time) : SignIn
{
    /// <summary>Where the program is looked for, as PATH has it.</summary>
    internal string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    public override string Method => "Salesforce CLI";

    internal override bool OwnsSession => false;

    internal override async Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation)
    {
        var cli = new SfCli(SearchPath, time);
        var org = await cli.RunAsync(cancellation, "org", "display", "--target-org", Checked(alias)).ConfigureAwait(false);
        var token = Text(org, "accessToken");
        // Since version 2.136 the CLI shows the token by a command of its own alone (forcedotcom/cli #3560).
        if (token is null || token.Contains("REDACTED", StringComparison.Ordinal))
            token = Text(await cli.RunAsync(cancellation, "org", "auth", "show-access-token", "--target-org", alias, "--no-prompt").ConfigureAwait(false), "accessToken");
        return Uri.TryCreate(Text(org, "instanceUrl"), UriKind.Absolute, out var instance) && token is not null
            ? new AccessToken(token, instance)
            : throw new AuthenticationException($"The Salesforce CLI has no session for '{alias}'. Sign in with 'sf org login web --alias {alias}'.") { ErrorCode = "SF_CLI_NO_SESSION" };
    }

    /// <summary>An alias is a name or a user name. On Windows the CLI is a batch file, whose arguments a shell reads after all.</summary>
    private static string Checked(string alias) =>
        alias.Length > 0 && char.IsLetterOrDigit(alias[0]) && alias.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '+')
            ? alias
            : throw new AuthenticationException($"'{alias}' is no alias or user name of the Salesforce CLI: letters, digits and -_.@+ make one.") { ErrorCode = "SF_CLI_ALIAS_INVALID" };

    private static string? Text(JsonElement result, string name) => result.TryGetProperty(name, out var value) ? value.GetString() : null;
}
