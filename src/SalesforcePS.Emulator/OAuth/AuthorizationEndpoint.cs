using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>The first half of the web server flow: a page on which a user signs in and allows the client in, or does not.</summary>
internal sealed class AuthorizationEndpoint(EmulatedOrg org, AuthorizationCodes codes)
{
    private readonly PasswordSignIn signIn = new(org.Users, org.SignIn);

    public Task GetAsync(HttpContext context) => HandleAsync(context, new AuthorizationRequest(name => context.Request.Query[name]), form: null);

    public async Task PostAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        await HandleAsync(context, new AuthorizationRequest(name => form[name]), form);
    }

    private async Task HandleAsync(HttpContext context, AuthorizationRequest request, IFormCollection? form)
    {
        try
        {
            request.CheckClient(org.Credentials, org.SignIn.Current);
        }
        catch (OAuthException refusal)
        {
            await SignInPage.WriteErrorAsync(context, refusal);
            return;
        }

        try
        {
            request.Check(org.SignIn.Current);
            // A client may also post its request; the decision of the user is what only the page sends.
            if (form is null || !form.ContainsKey(SignInPage.Decision))
                await SignInPage.WriteAsync(context, request, request["login_hint"], message: null);
            else
                await DecideAsync(context, request, form);
        }
        catch (OAuthException refusal)
        {
            Redirect(context, request, ("error", refusal.Error), ("error_description", refusal.Message));
        }
    }

    private Task DecideAsync(HttpContext context, AuthorizationRequest request, IFormCollection form)
    {
        if (form[SignInPage.Decision] != SignInPage.Allow)
            throw new OAuthException("access_denied", "end-user denied authorization");
        var userName = form[SignInPage.UserName].ToString();
        var outcome = signIn.Check(userName, form[SignInPage.Password].ToString(), isBrowser: true, out var user);
        if (outcome != PasswordOutcome.Success || org.SignIn.Current.IsPasswordExpired)
            return SignInPage.WriteAsync(context, request, userName, Message(outcome));
        if (!org.SignIn.Current.IsAppApproved)
            throw OAuthException.NotApproved();
        var code = codes.Add(new AuthorizationCode(user!, request.Scope, request.Redirect, request["code_challenge"], request["nonce"], codes.NextExpiry));
        Redirect(context, request, ("code", code));
        return Task.CompletedTask;
    }

    private static string Message(PasswordOutcome outcome) => outcome switch
    {
        PasswordOutcome.Success => "Your password has expired. Set a new one before you sign in.",
        PasswordOutcome.NetworkRefused => "You cannot sign in from this network. Ask your administrator.",
        _ => "Please check your username and password. If you still can't log in, contact your Salesforce administrator.",
    };

    private static void Redirect(HttpContext context, AuthorizationRequest request, params (string Name, string Value)[] parameters) =>
        context.Response.Redirect(CallbackUrl.With(request.Redirect, [.. parameters, ("state", request["state"])]));
}
