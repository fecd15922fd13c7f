using Microsoft.Extensions.Primitives;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Sessions;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>What a client asks for when it sends a browser here (RFC 6749, 4.1.1).</summary>
internal sealed class AuthorizationRequest(Func<string, StringValues> parameter)
{
    /// <summary>The parameters that the page hands back with the user's decision.</summary>
    public static readonly string[] Names =
    [
        "response_type", "client_id", "redirect_uri", "state", "scope", "code_challenge", "code_challenge_method", "prompt", "login_hint", "nonce", "display",
        "immediate",
    ];

    private static readonly string[] Prompts = ["login", "consent", "select_account", "none"];

    public string this[string name] => parameter(name).ToString();

    public string Redirect => this["redirect_uri"];

    public string Scope { get; private set; } = "";

    /// <summary>The client must be known, and the browser may only be sent to where the client is at home.</summary>
    /// <exception cref="OAuthException">To be told here: it must not go to the redirect URI.</exception>
    public void CheckClient(OrgCredentials credentials, SignInRules rules)
    {
        if (this["client_id"] != credentials.ClientId)
            throw OAuthException.UnknownClient();
        if (!CallbackUrl.IsRegistered(Redirect, rules))
            throw OAuthException.RedirectUri();
    }

    /// <exception cref="OAuthException">To be told to the client by its redirect URI.</exception>
    public void Check(SignInRules rules)
    {
        if (this["response_type"] != "code")
            throw new OAuthException("unsupported_response_type", "response type not supported");
        Scope = OAuthScopes.Read(this["scope"]);
        CheckChallenge(rules);
        var prompts = this["prompt"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (prompts.FirstOrDefault(prompt => !Prompts.Contains(prompt)) is { } unknown)
            throw new OAuthException("invalid_request", $"the prompt {unknown} is not supported");
        // Nobody is signed in to the emulator before the page has asked.
        if (prompts.Contains("none") || this["immediate"] == "true")
            throw new OAuthException("immediate_unsuccessful", "the user must sign in");
    }

    private void CheckChallenge(SignInRules rules)
    {
        var challenge = this["code_challenge"];
        if (challenge.Length == 0)
        {
            if (rules.RequirePkce)
                throw new OAuthException("invalid_request", "missing required code challenge");
            return;
        }

        if (this["code_challenge_method"] is not ("S256" or ""))
            throw new OAuthException("invalid_request", "the code challenge method must be S256");
        if (!CodeChallenge.IsValid(challenge))
            throw new OAuthException("invalid_request", "invalid code challenge");
    }
}
