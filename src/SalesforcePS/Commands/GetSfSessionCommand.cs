using System.Management.Automation;
using SalesforcePS.Pipeline;
using SalesforcePS.Sessions;

namespace SalesforcePS.Commands;

/// <summary>Shows the runspace's current session: user, org, version, API usage. Nothing where there is none.</summary>
[Cmdlet(VerbsCommon.Get, "SfSession")]
[OutputType(typeof(SfSession))]
public sealed class GetSfSessionCommand : SfCmdlet
{
    protected override void ProcessRecord()
    {
        if (CurrentSession.Get() is { } session)
            WriteObject(session);
    }
}
