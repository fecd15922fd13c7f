using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Completion;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions.Testing;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;
using SalesforcePS.Sessions;

namespace SalesforcePS.Commands;

/// <summary>Signs in step by step, and names the setting or permission behind a refusal.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SfConnection", DefaultParameterSetName = BySession)]
[OutputType(typeof(SfConnectionStep))]
public sealed class TestSfConnectionCommand : SignInCommand
{
    private const string BySession = "Session";

    /// <summary>The session to test, or its name; the runspace's current one without it.</summary>
    [Parameter(ParameterSetName = BySession)]
    [ValidateNotNull]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SfSession? Session { get; set; }

    protected override void ProcessRecord()
    {
        if (RefreshToken is not null && OnTokenRefresh is null)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.TestNeedsOnTokenRefresh), Messages.TestNeedsOnTokenRefresh, nameof(OnTokenRefresh)));
        if (ParameterSetName == BySession)
            Run(TestOfSession());
        else
            RunSignIn();
    }

    private ConnectionTest TestOfSession()
    {
        var session = Session ?? RunspaceSessions.Current;
        if (session is null)
            ThrowTerminatingError(ErrorRecords.NotConnected());
        if (session!.IsClosed)
            ThrowTerminatingError(ErrorRecords.SessionClosed(session));
        return new ConnectionTest(session.Connection);
    }

    private void RunSignIn()
    {
        var (input, options) = ReadInput();
        try
        {
            var signIn = input.CreateSignIn();
            if (signIn is BrowserSignIn browser)
                BrowserPrompt.Show(this, browser, NoBrowser);
            Run(new ConnectionTest(signIn, signIn is SfCliSignIn ? null : input.InstanceUrl ?? input.LoginUrl, options));
        }
        catch (SalesforceException unusable)
        {
            WriteObject(StepOf(new ConnectionStep("Credentials", ConnectionStepResult.Failed, unusable.Message, unusable)));
        }
        catch (PSArgumentException unusable)
        {
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.CredentialFileUnusable), Messages.CredentialFileUnusable, Path, Path, unusable.Message));
        }
    }

    private void Run(ConnectionTest test) => Guard(
        () =>
        {
            foreach (var step in test.RunAsync(StopToken).ToBlockingEnumerable(StopToken))
                WriteObject(StepOf(step));
        },
        InputTarget);

    private static SfConnectionStep StepOf(ConnectionStep step) => new()
    {
        Step = step.Name,
        Result = Enum.Parse<SfStepResult>(step.Result.ToString()),
        Detail = step.Detail,
        Remedy = RemedyOf(step),
        ErrorCode = step.Refusal?.ErrorCode,
    };

    private static string? RemedyOf(ConnectionStep step) => step switch
    {
        { Refusal: ConnectionException or ProtocolException } => Messages.RemedyConnection,
        { Refusal: { } refusal } => Remedies.Of(refusal) ?? Messages.SignInRemedy,
        { Name: "SignIn", Result: ConnectionStepResult.Warning } => Messages.SignInEnds,
        { Result: ConnectionStepResult.Warning } => Messages.RequestLimitRemedy,
        _ => null,
    };
}
