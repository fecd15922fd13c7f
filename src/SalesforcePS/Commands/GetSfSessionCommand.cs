using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Pipeline;
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
        if (ParameterSetName != TheCurrent)
            WriteObject(RunspaceSessions.All.Where(IsWanted), enumerateCollection: true);
        else if (RunspaceSessions.Current is { } session)
            WriteObject(session);
    }

    private bool IsWanted(SfSession session) =>
        ParameterSetName == EachOne
        || (session.Name is { } name && Name.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name)));
}
