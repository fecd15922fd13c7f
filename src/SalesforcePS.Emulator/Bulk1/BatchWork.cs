using System.Diagnostics;
using System.Text;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>What a batch is there for: writes its records, or runs its query.</summary>
internal sealed class BatchWork(BulkServices bulk, BatchQuery query, PkChunker chunker, OrgSchema schema, UserDirectory users)
{
    /// <summary>Gives the batches that stand in for this one: those of a query in ranges of Ids.</summary>
    public IReadOnlyList<BulkBatch> Run(BulkJob job, BulkBatch batch)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var content = ReadContent(batch.Id);
            if (job.IsQuery)
                return RunQuery(job, batch, content, watch);
            WriteRecords(job, batch, content);
            End(batch, BulkBatchState.Completed, null, watch);
        }
        catch (BulkException refusal)
        {
            End(batch, BulkBatchState.Failed, refusal.StateMessage, watch);
        }

        return [];
    }

    public void Fail(BulkBatch batch, Exception exception) =>
        End(batch, BulkBatchState.Failed, $"InternalServerError : {exception.Message}", Stopwatch.StartNew());

    private void WriteRecords(BulkJob job, BulkBatch batch, byte[] content)
    {
        var user = users.Require(job.CreatedById).Caller;
        var rows = new BatchRows(user.Access.SchemaOf(schema), job).Read(content);
        bulk.Processor.Process(job, batch.Id, rows, user, results =>
        {
            if (results is null)
                return bulk.Jobs.UpdateBatch(batch.Id, current => current) is not null;
            Count(batch, results.Count, results.Count(result => !result.Success));
            return true;
        });
    }

    private IReadOnlyList<BulkBatch> RunQuery(BulkJob job, BulkBatch batch, byte[] content, Stopwatch watch)
    {
        var soql = Encoding.UTF8.GetString(content).Trim();
        var prepared = query.Prepare(job, soql);
        if (chunker.Split(job, soql) is { } chunks)
        {
            End(batch, BulkBatchState.NotProcessed, null, watch);
            return chunks;
        }

        Count(batch, query.Run(job, batch, soql, prepared), 0);
        End(batch, BulkBatchState.Completed, null, watch);
        return [];
    }

    private void Count(BulkBatch batch, long processed, long failed) => bulk.Jobs.UpdateBatch(batch.Id, current => current with
    {
        NumberRecordsProcessed = current.NumberRecordsProcessed + processed,
        NumberRecordsFailed = current.NumberRecordsFailed + failed,
    });

    private void End(BulkBatch batch, BulkBatchState state, string? message, Stopwatch watch) => bulk.Jobs.UpdateBatch(batch.Id, current => current with
    {
        State = state,
        StateMessage = message,
        TotalProcessingTime = watch.ElapsedMilliseconds,
        ApiActiveProcessingTime = watch.ElapsedMilliseconds,
    });

    private byte[] ReadContent(string batchId)
    {
        using var content = bulk.Contents.Open(batchId);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
