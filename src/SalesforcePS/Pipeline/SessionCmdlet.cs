using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Completion;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Errors;
using SalesforcePS.Sessions;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that need a session.</summary>
public abstract class SessionCmdlet : SfCmdlet
{
    /// <summary>The session to use, or its name; the runspace's current one without it.</summary>
    [Parameter]
    [ValidateNotNull]
    [SessionArgument]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SfSession? Session { get; set; }

    /// <summary>The org's daily API calls that are left to others: a number such as 500, or a percentage such as 10%.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReserveApiCalls { get; set; }

    private protected SalesforceConnection Connection { get; private set; } = null!;

    protected override void BeginProcessing()
    {
        if ((Session ?? RunspaceSessions.Current) is not { } session)
        {
            ThrowTerminatingError(ErrorRecords.NotConnected());
            return;
        }
        if (session.IsClosed)
            ThrowTerminatingError(ErrorRecords.SessionClosed(session));
        Connection = session.Connection;
        if (ReserveApiCalls is { } calls)
            Guard(() => Connection = Connection.Reserving(ApiReserve.Parse(calls)), calls);
    }
}
