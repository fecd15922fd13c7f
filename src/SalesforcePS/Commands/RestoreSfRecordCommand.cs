using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Writing;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Brings deleted records back from the recycle bin.</summary>
[Cmdlet(VerbsData.Restore, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById)]
[OutputType(typeof(SfRecordResult))]
public sealed class RestoreSfRecordCommand : RecordCommand
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

    /// <summary>Records per request, 200 at most.</summary>
    [Parameter]
    [ValidateRange(1, 200)]
    public int BatchSize { get; set; } = 200;

    private protected override WriteOptions Options => new(RecordOperation.Undelete) { AllOrNone = AllOrNone, BatchSize = BatchSize };

    protected override void ProcessRecord() => Take(ParameterSetName == ById ? PSObject.AsPSObject(Id) : InputObject);

    private protected override InputRecord? Read(PSObject input) => RecordReader.ReadIdentity(input);

    private protected override IRecordWriter CreateWriter(WriteOptions options, RecordReport report, Action<Action<Cmdlet>> say) =>
        new SoapRecordWriter(Connection, options);
}
