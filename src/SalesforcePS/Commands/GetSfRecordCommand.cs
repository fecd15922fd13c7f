using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Completion;
using SalesforcePS.Core.Retrieving;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Gets records by their Ids, as typed objects in the order of the Ids.</summary>
[Cmdlet(VerbsCommon.Get, "SfRecord", DefaultParameterSetName = ById)]
[OutputType(typeof(object))]
public sealed class GetSfRecordCommand : SessionCmdlet
{
    private const string ById = "Id";
    private const string ByObject = "InputObject";

    private readonly List<RecordRequest> waiting = [];
    private RecordRetriever? retriever;
    private ProgressTicker? progress;
    private int asked;

    /// <summary>The Ids of the records, 15 or 18 characters.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The records: Ids, or objects with an Id property.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The API name of the object; the Id's first three characters tell it otherwise.</summary>
    [Parameter]
    [Alias("Type", "SObject")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string? ObjectType { get; set; }

    /// <summary>The fields to get beside the Id; all without it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string[]? Field { get; set; }

    /// <summary>The transport; Auto is REST where the API version has it.</summary>
    [Parameter]
    [ValidateSet(nameof(SfApi.Auto), nameof(SfApi.Rest), nameof(SfApi.Soap))]
    public SfApi Api { get; set; }

    /// <summary>Records per request, 2,000 at most.</summary>
    [Parameter]
    [ValidateRange(1, RecordRetriever.LargestBatch)]
    public int BatchSize { get; set; } = RecordRetriever.LargestBatch;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        retriever = new RecordRetriever(Connection, Field, Api == SfApi.Soap || !IsThereRest());
        progress = new ProgressTicker(this, $"Get {ObjectType ?? "Salesforce"} records");
    }

    private bool IsThereRest()
    {
        if (RecordRetriever.IsThereRest(Connection))
            return true;
        var reason = FormattableString.Invariant($"REST has it from API {RecordRetriever.FirstVersionOfRest}.0 on, and the session has {Connection.ApiVersion}");
        if (Api == SfApi.Rest)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.OptionNotSupported), Messages.OptionNotSupported, nameof(Api), nameof(Api), SfApi.Rest, reason));
        WriteVerbose($"SOAP: {reason}.");
        return false;
    }

    protected override void ProcessRecord()
    {
        foreach (var item in RecordInputs.Of(ParameterSetName == ById ? PSObject.AsPSObject(Id) : InputObject))
            Take(item);
    }

    protected override void EndProcessing()
    {
        Send();
        progress!.Complete();
    }

    private void Take(PSObject? item)
    {
        if (item is null || RecordReader.ReadIdentity(item) is not { } record || RecordReader.IdOf(record) is not { } id)
        {
            WriteError(ErrorRecords.Input(nameof(Messages.InputHasNoId), Messages.InputHasNoId, item, item is null ? "$null" : $"'{item}'"));
            return;
        }
        waiting.Add(new RecordRequest(id, ObjectType ?? (record.ObjectType.Length > 0 ? record.ObjectType : null)));
        if (waiting.Count >= BatchSize)
            Send();
    }

    private void Send()
    {
        if (waiting.Count == 0)
            return;
        foreach (var answer in Await(token => retriever!.RetrieveAsync([.. waiting], token), waiting[0].Id))
        {
            if (answer.Error is { } missing)
                WriteError(ErrorRecords.NoRecord(missing, answer.Request.Id));
            else
                WriteObject(answer.Record);
        }
        asked += waiting.Count;
        waiting.Clear();
        progress!.Tick(() => $"{asked} Ids asked for");
    }
}
