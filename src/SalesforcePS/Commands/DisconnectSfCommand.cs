using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Completion;
using SalesforcePS.Core.Errors;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Sessions;

namespace SalesforcePS.Commands;

/// <summary>Ends a session at Salesforce and forgets it.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Sf", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(void))]
public sealed class DisconnectSfCommand : SfCmdlet
{
    /// <summary>The session to end, or its name; the runspace's current one without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SfSession? Session { get; set; }

    protected override void ProcessRecord()
    {
        if ((Session ?? RunspaceSessions.Current) is not { } session)
        {
            WriteError(ErrorRecords.NotConnected());
            return;
        }
        if (session.IsClosed || !ShouldProcess(session.ToString(), "Disconnect"))
            return;
        // Whatever Salesforce answers, the session is of no more use here.
        session.IsClosed = true;
        RunspaceSessions.Forget(session);
        try
        {
            Task.Run(() => session.Connection.RevokeAsync(StopToken)).GetAwaiter().GetResult();
        }
        catch (SalesforceException refused)
        {
            WriteError(ErrorRecords.Request(refused, session));
        }
        finally
        {
            session.Connection.Dispose();
        }
    }
}
