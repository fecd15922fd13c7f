using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;
using SalesforcePS.Sessions;

namespace SalesforcePS.Commands;

/// <summary>Signs in to an org and makes the session the runspace's current one.</summary>
[Cmdlet(VerbsCommunications.Connect, "Sf", DefaultParameterSetName = ByClientCredentials)]
[OutputType(typeof(SfSession))]
public sealed class ConnectSfCommand : SignInCommand
{
    /// <summary>A name for the session, to give to -Session; a session that has it loses it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Puts out the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        var (input, options) = ReadInput();
        var signIn = CreateSignIn(input);
        if (signIn.IsEnding)
            WriteWarning(signIn is SoapLoginSignIn ? Messages.SoapLoginEnds : Messages.OAuthPasswordEnds);
        if (signIn is BrowserSignIn browser)
            BrowserPrompt.Show(this, browser, NoBrowser);
        try
        {
            var session = new SfSession(Await(token => SalesforceConnection.OpenAsync(signIn, options, token), input.Address), Name);
            RunspaceSessions.Open(session);
            WriteVerbose($"Signed in to {session.OrganizationName} as {session.UserName} by {session.SignIn}, API {session.ApiVersion}.");
            if (PassThru)
                WriteObject(session);
        }
        finally
        {
            (signIn as BrowserSignIn)?.Dispose();
        }
    }

    private SignIn CreateSignIn(SignInInput input)
    {
        SignIn signIn = null!;
        try
        {
            Guard(() => signIn = input.CreateSignIn(), InputTarget);
        }
        catch (PSArgumentException unusable)
        {
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.CredentialFileUnusable), Messages.CredentialFileUnusable, Path, Path, unusable.Message));
        }
        return signIn;
    }
}
