using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Core.Limits;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Gets the limits of the org and what is used of them, the daily API calls first.</summary>
[Cmdlet(VerbsCommon.Get, "SfLimit")]
[OutputType(typeof(SfLimit))]
public sealed class GetSfLimitCommand : SessionCmdlet
{
    /// <summary>The limits to get, wildcards allowed; all without it.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LimitNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    protected override void ProcessRecord()
    {
        var limits = Await(new OrgLimits(Connection).GetAsync, null);
        var filter = new NameFilter(Name);
        foreach (var limit in limits.Where(limit => filter.Matches(limit.Name)))
            WriteObject(new SfLimit(limit));
        foreach (var name in filter.NotFoundAmong(limits.Select(limit => limit.Name)))
            WriteError(ErrorRecords.Missing(nameof(Messages.LimitNotFound), Messages.LimitNotFound, name, name));
    }
}
