using System.Management.Automation;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Errors;
using SalesforcePS.Sessions;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that need a session.</summary>
public abstract class SessionCmdlet : SfCmdlet
{
    /// <summary>The session to use; the runspace's current one without it.</summary>
    [Parameter]
    [ValidateNotNull]
    public SfSession? Session { get; set; }

    private protected SalesforceConnection Connection { get; private set; } = null!;

    protected override void BeginProcessing()
    {
        if ((Session ?? CurrentSession.Get()) is not { } session)
        {
            ThrowTerminatingError(ErrorRecords.NotConnected());
            return;
        }
        if (session.IsClosed)
            ThrowTerminatingError(ErrorRecords.SessionClosed(session));
        Connection = session.Connection;
    }
}
