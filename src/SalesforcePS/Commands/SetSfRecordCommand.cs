using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Updates records by Id, or upserts them by an external id.</summary>
[Cmdlet(VerbsCommon.Set, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SfRecordResult))]
public sealed class SetSfRecordCommand : ObjectRecordCommand
{
    /// <summary>The field that identifies the records; those not found are inserted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExternalIdFieldCompleter))]
    public string? ExternalIdField { get; set; }

    /// <summary>Never inserts: a record whose external id is not in the org is refused.</summary>
    [Parameter]
    public SwitchParameter UpdateOnly { get; set; }

    private protected override WriteOptions Options => new(ExternalIdField is null ? RecordOperation.Update : RecordOperation.Upsert)
    {
        ExternalIdField = ExternalIdField,
        UpdateOnly = UpdateOnly,
        AllOrNone = AllOrNone,
        ClearBlank = ClearBlank,
        AssignmentRule = AssignmentRule,
        AllowDuplicates = AllowDuplicates,
        AllowFieldTruncation = AllowFieldTruncation,
    };

    protected override void BeginProcessing()
    {
        if (UpdateOnly && ExternalIdField is null)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.UpdateOnlyNeedsExternalId), Messages.UpdateOnlyNeedsExternalId, nameof(UpdateOnly)));
        base.BeginProcessing();
    }
}
