using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>Takes ingest jobs through their states in the background.</summary>
internal sealed class IngestJobRunner(EmulatedOrg org)
{
    /// <summary>Rows of the batches that an org makes of an upload (Bulk API 2.0 guide, limits).</summary>
    public const int BatchSize = 10_000;

    private readonly BulkServices bulk = org.Bulk;

    /// <summary>From the state that the job is in: also for jobs that an earlier run of the emulator left.</summary>
    public void Start(string jobId) => bulk.Scheduler.Start(() => RunAsync(jobId), exception => Fail(jobId, $"InternalServerError : {exception.Message}"));

    private async Task RunAsync(string jobId)
    {
        await bulk.Scheduler.DelayAsync();
        var job = bulk.Jobs.UpdateJob(jobId, current => current.State == BulkJobState.UploadComplete ? current with { State = BulkJobState.InProgress } : current);
        if (job?.State != BulkJobState.InProgress)
            return;
        await bulk.Scheduler.DelayAsync();
        try
        {
            CheckLineEnding(job);
            var user = org.Users.Require(job.CreatedById).Caller;
            using var reader = new CsvRecordReader(bulk.Contents.Open(jobId), Start(job), job, user.Access.SchemaOf(org.Schema));
            if (await ProcessAsync(job, user, reader))
                End(jobId, current => current with { State = BulkJobState.JobComplete });
        }
        catch (BulkException failure)
        {
            Fail(jobId, failure.StateMessage);
        }
    }

    /// <summary>Batch by batch, so that jobs that run at the same time take turns.</summary>
    private async Task<bool> ProcessAsync(BulkJob job, RequestUser user, CsvRecordReader reader)
    {
        var done = bulk.Outcomes.Count(job.Id);
        using var rows = reader.Rows().GetEnumerator();
        for (var skipped = 0L; skipped < done; skipped++)
            rows.MoveNext();
        var goesOn = true;
        for (var first = done; goesOn && rows.MoveNext(); first += BatchSize)
        {
            if (!bulk.Allocation.TryTake())
                throw new BulkException(BulkException.ExceededQuota, "ApiBatchItems Limit exceeded.");
            await bulk.Scheduler.InTurnAsync(() =>
            {
                var start = org.Clock.GetTimestamp();
                goesOn = bulk.Processor.Process(job, job.Id, first, Batch(rows), user, results => Progress(job.Id, results, ref start));
            });
        }

        return goesOn;
    }

    private static IEnumerable<BulkRow> Batch(IEnumerator<BulkRow> rows)
    {
        var count = 0;
        do
            yield return rows.Current;
        while (++count < BatchSize && rows.MoveNext());
    }

    private bool Progress(string jobId, IReadOnlyList<SaveResult>? results, ref long start)
    {
        if (results is null)
            return !bulk.Scheduler.Stopping.IsCancellationRequested && bulk.Jobs.UpdateJob(jobId, job => job)?.State == BulkJobState.InProgress;
        var elapsed = (long)org.Clock.GetElapsedTime(start).TotalMilliseconds;
        start += elapsed * org.Clock.TimestampFrequency / 1000;
        var failed = results.Count(result => !result.Success);
        bulk.Jobs.UpdateJob(jobId, job => job with
        {
            NumberRecordsProcessed = job.NumberRecordsProcessed + results.Count,
            NumberRecordsFailed = job.NumberRecordsFailed + failed,
            ApiActiveProcessingTime = job.ApiActiveProcessingTime + elapsed,
            TotalProcessingTime = job.TotalProcessingTime + elapsed,
        });
        return true;
    }

    private void CheckLineEnding(BulkJob job)
    {
        if (Start(job).LineEnding is { } found && found != job.LineEnding)
            throw new BulkException(BulkException.ClientInputError, $"LineEnding is invalid on user data. Current LineEnding setting is {job.LineEnding}");
    }

    private CsvStart Start(BulkJob job)
    {
        using var content = bulk.Contents.Open(job.Id);
        return CsvStart.Read(content);
    }

    private void Fail(string jobId, string message) => End(jobId, job => job with { State = BulkJobState.Failed, ErrorMessage = message });

    /// <summary>A job that was aborted meanwhile stays so.</summary>
    private void End(string jobId, Func<BulkJob, BulkJob> end) => bulk.Jobs.UpdateJob(jobId, job => JobAccess.IsEnded(job) ? job : end(job));
}
