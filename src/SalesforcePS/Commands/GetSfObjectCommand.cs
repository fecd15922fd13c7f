using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Core.Errors;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Gets objects of the org's schema.</summary>
[Cmdlet(VerbsCommon.Get, "SfObject")]
[OutputType(typeof(SfObject))]
public sealed class GetSfObjectCommand : SessionCmdlet
{
    private bool isListRefreshed;

    /// <summary>API names, wildcards allowed; all objects without it. One without wildcards comes with its fields and children.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [Alias("ObjectType", "Type", "SObject")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Describes what wildcards find too: a call for each object that is not known yet.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Asks the org again, in place of what the session knows.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            if (WildcardPattern.ContainsWildcardCharacters(name))
                WriteMatches(WildcardPattern.Get(name, WildcardOptions.IgnoreCase));
            else
                Describe(name);
        }
    }

    private void WriteMatches(WildcardPattern pattern)
    {
        var all = Await(
            async token => Refresh && !isListRefreshed
                ? await Connection.Schema.RefreshObjectsAsync(token).ConfigureAwait(false)
                : await Connection.Schema.GetObjectsAsync(token).ConfigureAwait(false),
            null);
        isListRefreshed = true;
        foreach (var summary in all.Where(summary => pattern.IsMatch(summary.Name)).OrderBy(summary => summary.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (Detailed)
                Describe(summary.Name);
            else
                WriteObject(new SfObject(summary));
        }
    }

    private void Describe(string name) => Guard(
        () =>
        {
            try
            {
                WriteObject(new SfObject(SchemaAccess.Describe(Connection.Schema, name, Refresh, StopToken)));
            }
            catch (SalesforceException missing) when (missing.GetType() == typeof(SalesforceException))
            {
                WriteError(ErrorRecords.Request(missing, name));
            }
        },
        name);
}
