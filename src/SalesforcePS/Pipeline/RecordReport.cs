using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;

namespace SalesforcePS.Pipeline;

/// <summary>Says in the pipeline what becomes of records: results, error records, jobs and progress. Runs on the pipeline thread.</summary>
/// <param name="objectOf">The object of an Id that came without its own, as far as it is known.</param>
internal sealed class RecordReport(Cmdlet cmdlet, RecordOperation operation, string? objectType, bool passThru, Func<string, string?> objectOf)
{
    private const int KeyPrefixLength = 3;

    private readonly ProgressTicker progress = new(cmdlet, $"{operation} of {objectType ?? "Salesforce"} records");
    private readonly Dictionary<string, BulkJob> jobs = [];
    private (string KeyPrefix, string? Name)? known;
    private int sent;
    private int written;
    private int refused;

    /// <summary>Why the run stopped before its end; null where it did not.</summary>
    public RequestLimitException? ReserveReached { get; private set; }

    /// <summary>A further record is on its way.</summary>
    public void SaySent()
    {
        sent++;
        ShowProgress();
    }

    public void Say(RecordOutcome outcome)
    {
        if (outcome.Error is { } error)
        {
            refused++;
            if (error is RequestLimitException { IsReserveReached: true } reached)
                ReserveReached ??= reached;
            cmdlet.WriteError(ErrorRecords.Record(error, $"{operation} of {RecordLabel.Of(outcome.Record)}", outcome.Record.Source));
        }
        // The outcome of a record that nobody waits for is its job, which has been put out.
        else if (!outcome.IsPending)
        {
            written++;
            cmdlet.WriteObject(ResultOf(outcome));
        }
        ShowProgress();
    }

    /// <summary>A new state of a job; with <paramref name="isHandedOver"/> the job itself is what the cmdlet puts out.</summary>
    public void Say(BulkJob job, bool isHandedOver)
    {
        cmdlet.WriteVerbose($"Job {job.Id}: {job.State}, {job.RecordsProcessed ?? 0} processed, {job.RecordsFailed ?? 0} refused.");
        jobs[job.Id] = job;
        if (isHandedOver)
            cmdlet.WriteObject(new SfJob(job));
        ShowProgress();
    }

    public void Complete() => progress.Complete();

    private object ResultOf(RecordOutcome outcome)
    {
        var source = outcome.Record.Source;
        if (passThru)
        {
            IdSetter.Set(source, outcome.Id);
            return source;
        }
        return new SfRecordResult
        {
            Id = outcome.Id,
            Created = outcome.Created,
            Operation = operation.ToString(),
            ObjectType = outcome.Record.ObjectType.Length > 0 || outcome.Id is not { Length: >= KeyPrefixLength } id ? outcome.Record.ObjectType : ObjectOf(id) ?? "",
            InputObject = source,
            JobId = outcome.JobId,
        };
    }

    /// <summary>Ids of one object come one after the other.</summary>
    private string? ObjectOf(string id)
    {
        if (known is not { } last || !id.StartsWith(last.KeyPrefix, StringComparison.Ordinal))
            known = last = (id[..KeyPrefixLength], objectOf(id));
        return last.Name;
    }

    private void ShowProgress() => progress.Tick(() => jobs.Count == 0
        ? $"{sent} sent, {written} written, {refused} refused"
        : $"{sent} sent in {jobs.Count} jobs: {jobs.Values.Sum(job => job.RecordsProcessed)} processed, {jobs.Values.Sum(job => job.RecordsFailed)} refused; {written + refused} results");
}
