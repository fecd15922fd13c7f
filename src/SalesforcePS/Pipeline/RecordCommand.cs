using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that write records: from pipeline objects to results and error records.</summary>
public abstract class RecordCommand : SessionCmdlet
{
    private RecordPump? pump;
    private RecordReport? report;
    private RecordCheck? check;
    private bool isDryRun;

    /// <summary>One refused record rolls back the others of its request.</summary>
    [Parameter]
    public SwitchParameter AllOrNone { get; set; }

    /// <summary>Records that describe shows to be hopeless become error records without an API call.</summary>
    [Parameter]
    public SwitchParameter Validate { get; set; }

    /// <summary>Puts out the input object, with its Id set, in place of a result.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract WriteOptions Options { get; }

    private protected virtual string? ObjectTypeOfAll => null;

    /// <param name="say">Says something in the pipeline, from any thread.</param>
    private protected abstract IRecordWriter CreateWriter(WriteOptions options, RecordReport report, Action<Action<Cmdlet>> say);

    private string Operation => Options.Operation.ToString();

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        isDryRun = this.IsWhatIf();
        check = new RecordCheck(Connection, Options);
        report = new RecordReport(this, Options.Operation, ObjectTypeOfAll, PassThru, Connection.Schema.FindKnownObjectOfId);
        pump = new RecordPump(say => CreateWriter(Options with { Validate = Validate }, report, say), outcome => report.Say(outcome), StopToken);
    }

    protected override void EndProcessing()
    {
        Guard(() => pump!.Complete(this), null);
        report!.Complete();
        if (report.ReserveReached is { } reached)
            ThrowTerminatingError(ErrorRecords.Request(reached, ReserveApiCalls));
    }

    /// <summary>Takes one object, or each of a list that came as an argument.</summary>
    private protected void Take(PSObject input)
    {
        foreach (var item in RecordInputs.Of(input))
            TakeOne(item);
    }

    /// <summary>Null where the object is no record.</summary>
    private protected virtual InputRecord? Read(PSObject input) => RecordReader.Read(input, ObjectTypeOfAll);

    /// <summary>Asks where what is to happen is graver than the cmdlet's impact says.</summary>
    private protected virtual bool IsConfirmed(InputRecord record) => true;

    private void TakeOne(PSObject? input)
    {
        InputRecord? record;
        try
        {
            record = input is null ? null : Read(input);
        }
        catch (GetValueException unreadable)
        {
            WriteError(ErrorRecords.Input(nameof(Messages.PropertyUnreadable), Messages.PropertyUnreadable, input, unreadable.Message));
            return;
        }
        if (record is null)
            WriteError(ErrorRecords.Input(nameof(Messages.InputNotARecord), Messages.InputNotARecord, input, input is null ? "$null" : $"'{input}' ({input.BaseObject.GetType().Name})"));
        else if (ShouldProcess(RecordLabel.Of(record), Operation) && IsConfirmed(record))
            Guard(() => Send(record), null);
        else if (isDryRun && Await(token => check!.FindAsync(record, token), record.Source) is { } refusal)
            WriteError(ErrorRecords.Foreseen(refusal, $"{Operation} of {RecordLabel.Of(record)}", record.Source));
    }

    private void Send(InputRecord record)
    {
        pump!.Send(this, record);
        report!.SaySent();
    }

    private protected override void DisposeWork() => pump?.WaitForWorker();
}
