using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Writing;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Deletes records into the recycle bin.</summary>
[Cmdlet(VerbsCommon.Remove, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById)]
[OutputType(typeof(SfRecordResult))]
public sealed class RemoveSfRecordCommand : RecordCommand
{
    private const string ById = "Id";
    private const string ByObject = "InputObject";

    /// <summary>The Ids of the records, 15 or 18 characters.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The records: Ids, or objects with an Id property.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    private protected override WriteOptions Options => new(RecordOperation.Delete) { BatchSize = BatchSize, AllOrNone = AllOrNone };

    protected override void ProcessRecord() => Take(ParameterSetName == ById ? PSObject.AsPSObject(Id) : InputObject);

    private protected override InputRecord? Read(PSObject input) =>
        input.BaseObject is string id
            ? new InputRecord(id, "", [new("Id", id)])
            : RecordReader.Read(input, null);
}
