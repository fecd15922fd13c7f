using System.Collections;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Completion;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Merging;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Merges one or two duplicates into a master record.</summary>
[Cmdlet(VerbsData.Merge, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SfMergeResult))]
public sealed class MergeSfRecordCommand : SessionCmdlet
{
    private readonly List<MergeInput> waiting = [];
    private MergeRunner? runner;
    private RecordCheck? check;
    private RequestLimitException? reserveReached;

    /// <summary>The record that stays: its Id, or an object with its Id, whose other properties are written to it unless -Field is given.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [Alias("MasterId")]
    public PSObject Master { get; set; } = null!;

    /// <summary>The one or two records that go into it and are deleted: Ids, or objects with an Id.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateCount(1, 2)]
    [Alias("DuplicateId")]
    public PSObject[] Duplicate { get; set; } = [];

    /// <summary>The field values that the master is to have.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Field { get; set; }

    /// <summary>The API name of the object; the Id's first three characters tell it otherwise.</summary>
    [Parameter]
    [Alias("Type", "SObject")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string? ObjectType { get; set; }

    /// <summary>Empty text clears the field; without it empty text leaves the field alone.</summary>
    [Parameter]
    public SwitchParameter ClearBlank { get; set; }

    /// <summary>Saves a master that a duplicate rule with an alert would refuse.</summary>
    [Parameter]
    public SwitchParameter AllowDuplicates { get; set; }

    /// <summary>Merges that describe shows to be hopeless become error records without an API call.</summary>
    [Parameter]
    public SwitchParameter Validate { get; set; }

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var options = new WriteOptions(RecordOperation.Update) { ClearBlank = ClearBlank, AllowDuplicates = AllowDuplicates, Validate = Validate };
        runner = new MergeRunner(Connection, options);
        check = new RecordCheck(Connection, options);
    }

    protected override void ProcessRecord()
    {
        if (FindMaster() is not { } master || FindDuplicates() is not { } duplicates)
            return;
        if (ShouldProcess($"{RecordLabel.Of(master)}, from {string.Join(", ", duplicates)}", "Merge"))
        {
            waiting.Add(new MergeInput(master, duplicates));
            if (waiting.Count == MergeRunner.LargestBatch)
                Send();
        }
        else if (this.IsWhatIf() && Await(token => check!.FindAsync(master, token), master.Source) is { } refusal)
            WriteError(ErrorRecords.Foreseen(refusal, $"Merge into {RecordLabel.Of(master)}", master.Source));
    }

    protected override void EndProcessing()
    {
        Send();
        if (reserveReached is { } reached)
            ThrowTerminatingError(ErrorRecords.Request(reached, ReserveApiCalls));
    }

    /// <summary>The master with its object and the values it is to have; null where it is none, which has been said then.</summary>
    private InputRecord? FindMaster()
    {
        if (RecordReader.ReadIdentity(Master) is not { } given || RecordReader.IdOf(given) is not { } id)
        {
            WriteNoId(Master);
            return null;
        }
        var objectType = ObjectType ?? (given.ObjectType.Length > 0 ? given.ObjectType : Await(token => Connection.Schema.FindObjectOfIdAsync(id, token).AsTask(), id));
        if (Field is { } values)
        {
            var chosen = RecordReader.Read(PSObject.AsPSObject(values), objectType)!.Fields.Where(field => !field.Key.Equals("Id", StringComparison.OrdinalIgnoreCase));
            return new InputRecord(given.Source, objectType ?? "", [new("Id", id), .. chosen]);
        }
        return given with { ObjectType = objectType ?? "", Fields = [.. given.Fields.Where(field => !IsDuplicate(field.Key))] };
    }

    private List<string>? FindDuplicates()
    {
        var ids = new List<string>();
        foreach (var duplicate in Duplicate)
        {
            if (duplicate is null || RecordReader.ReadIdentity(duplicate) is not { } record || RecordReader.IdOf(record) is not { } id)
            {
                WriteNoId(duplicate);
                return null;
            }
            ids.Add(id);
        }
        return ids;
    }

    /// <summary>A row that names its duplicates has them as a property.</summary>
    private static bool IsDuplicate(string property) =>
        property.Equals(nameof(Duplicate), StringComparison.OrdinalIgnoreCase) || property.Equals("DuplicateId", StringComparison.OrdinalIgnoreCase);

    private void Send()
    {
        if (waiting.Count == 0)
            return;
        foreach (var outcome in Await(token => runner!.MergeAsync([.. waiting], token), waiting[0].Master.Source))
            Say(outcome);
        waiting.Clear();
    }

    private void Say(MergeOutcome outcome)
    {
        var master = outcome.Input.Master;
        if (outcome.Error is { } error)
        {
            WriteError(ErrorRecords.Record(error, $"Merge into {RecordLabel.Of(master)}", master.Source));
            if (error is RequestLimitException { IsReserveReached: true } reached)
                reserveReached ??= reached;
            return;
        }
        WriteObject(new SfMergeResult
        {
            Id = outcome.Id,
            ObjectType = master.ObjectType,
            MergedIds = outcome.MergedIds,
            UpdatedRelatedIds = outcome.UpdatedRelatedIds,
            InputObject = master.Source,
        });
    }

    private void WriteNoId(PSObject? input) =>
        WriteError(ErrorRecords.Input(nameof(Messages.InputHasNoId), Messages.InputHasNoId, input, input is null ? "$null" : $"'{input}'"));
}
