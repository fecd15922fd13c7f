using System.Management.Automation;
using SalesforcePS.Core.Writing;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Inserts records.</summary>
[Cmdlet(VerbsCommon.New, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SfRecordResult))]
public sealed class NewSfRecordCommand : ObjectRecordCommand
{
    private protected override WriteOptions Options => new(RecordOperation.Insert)
    {
        AllOrNone = AllOrNone,
        ClearBlank = ClearBlank,
        AssignmentRule = AssignmentRule,
        AllowDuplicates = AllowDuplicates,
        AllowFieldTruncation = AllowFieldTruncation,
    };
}
