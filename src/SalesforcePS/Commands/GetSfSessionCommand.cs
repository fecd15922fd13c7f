using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;
using SalesforcePS.Sessions;

namespace SalesforcePS.Commands;

/// <summary>Shows the runspace's sessions: user, org, version, API usage. Nothing where there is none.</summary>
[Cmdlet(VerbsCommon.Get, "SfSession", DefaultParameterSetName = TheCurrent)]
[OutputType(typeof(SfSession))]
public sealed class GetSfSessionCommand : SfCmdlet
{
    private const string TheCurrent = "Current";
    private const string ByName = "Name";
    private const string EachOne = "All";

    /// <summary>The names of sessions; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The sessions with names, and the current one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EachOne)]
    public SwitchParameter All { get; set; }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByName)
            WriteNamed();
        else if (ParameterSetName == EachOne)
            WriteObject(RunspaceSessions.All, enumerateCollection: true);
        else if (RunspaceSessions.Current is { } session)
            WriteObject(session);
    }

    private void WriteNamed()
    {
        var sessions = RunspaceSessions.All.Where(session => session.Name is not null).ToList();
        var filter = new NameFilter(Name);
        WriteObject(sessions.Where(session => filter.Matches(session.Name!)), enumerateCollection: true);
        foreach (var name in filter.NotFoundAmong(sessions.Select(session => session.Name!)))
            WriteError(ErrorRecords.Missing(nameof(Messages.SessionNotFound), Messages.SessionNotFound, name, name));
    }
}
