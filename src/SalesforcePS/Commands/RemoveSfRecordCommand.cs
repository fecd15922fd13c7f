using System.Globalization;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Writing;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Deletes records into the recycle bin.</summary>
[Cmdlet(VerbsCommon.Remove, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById)]
[OutputType(typeof(SfRecordResult))]
public sealed class RemoveSfRecordCommand : TransportRecordCommand
{
    private const string ById = "Id";
    private const string ByObject = "InputObject";

    private bool yesToAll;
    private bool noToAll;

    /// <summary>The Ids of the records, 15 or 18 characters.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The records: Ids, or objects with an Id property.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Deletes for good, past the recycle bin, by Bulk; the user needs the permission "Bulk API Hard Delete".</summary>
    [Parameter]
    public SwitchParameter Hard { get; set; }

    /// <summary>Does not ask before a hard delete.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override WriteOptions Options => new(RecordOperation.Delete) { AllOrNone = AllOrNone, Hard = Hard };

    protected override void ProcessRecord() => Take(ParameterSetName == ById ? PSObject.AsPSObject(Id) : InputObject);

    private protected override InputRecord? Read(PSObject input) => RecordReader.ReadIdentity(input);

    /// <summary>A hard delete has a high impact, which a cmdlet can state only for all that it does.</summary>
    private protected override bool IsConfirmed(InputRecord record) =>
        !Hard || Force || MyInvocation.BoundParameters.ContainsKey("Confirm")
        || ShouldContinue(
            string.Format(CultureInfo.CurrentCulture, Messages.HardDeleteQuestion, RecordLabel.Of(record)), Messages.HardDeleteCaption, ref yesToAll, ref noToAll);
}
