using System.Collections;
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
    private ProgressTicker? progress;
    private RecordCheck? check;
    private bool isDryRun;
    private int refused;

    /// <summary>Records per request; the API takes 200 at most.</summary>
    [Parameter]
    [ValidateRange(1, 200)]
    public int BatchSize { get; set; } = 200;

    /// <summary>One refused record rolls back the others of its request.</summary>
    [Parameter]
    public SwitchParameter AllOrNone { get; set; }

    /// <summary>Puts out the input object, with its Id set, in place of a result.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract WriteOptions Options { get; }

    private protected virtual string? ObjectTypeOfAll => null;

    private string Operation => Options.Operation.ToString();

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        progress = new ProgressTicker(this, $"{Operation} of {ObjectTypeOfAll ?? "Salesforce"} records");
        isDryRun = IsWhatIf();
        check = new RecordCheck(Connection, Options);
        pump = new RecordPump(new RecordWriter(Connection, Options), BatchSize, (_, outcome) => Report(outcome), StopToken);
    }

    protected override void EndProcessing()
    {
        Guard(() => pump!.Complete(this), null);
        progress!.Complete();
    }

    /// <summary>Takes one object, or each of a list that came as an argument.</summary>
    private protected void Take(PSObject input)
    {
        if (input.BaseObject is IList and not byte[] and IEnumerable list)
        {
            foreach (var item in list)
                TakeOne(item is null ? null : PSObject.AsPSObject(item));
        }
        else
            TakeOne(input);
    }

    /// <summary>Null where the object is no record.</summary>
    private protected virtual InputRecord? Read(PSObject input) => RecordReader.Read(input, ObjectTypeOfAll);

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
        else if (ShouldProcess(RecordLabel.Of(record), Operation))
            Guard(() => pump!.Send(this, record), null);
        else if (isDryRun && Await(token => check!.FindAsync(record, token), record.Source) is { } refusal)
            WriteError(ErrorRecords.Foreseen(refusal, $"{Operation} of {RecordLabel.Of(record)}", record.Source));
    }

    private bool IsWhatIf() =>
        LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given : GetVariableValue("WhatIfPreference"));

    private void Report(RecordOutcome outcome)
    {
        if (outcome.Error is { } error)
        {
            refused++;
            WriteError(ErrorRecords.Record(error, $"{Operation} of {RecordLabel.Of(outcome.Record)}", outcome.Record.Source));
        }
        else if (PassThru)
        {
            IdSetter.Set(outcome.Record.Source, outcome.Id);
            WriteObject(outcome.Record.Source);
        }
        else
        {
            WriteObject(new SfRecordResult
            {
                Id = outcome.Id,
                Created = outcome.Created,
                Operation = Operation,
                ObjectType = outcome.Record.ObjectType,
                InputObject = outcome.Record.Source,
            });
        }
        progress!.Tick(() => $"{pump!.Sent} sent, {refused} refused");
    }

    private protected override void DisposeWork() => pump?.WaitForWorker();
}
