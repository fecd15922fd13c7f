using System.Runtime.CompilerServices;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>The records of a Bulk 1.0 query job that is done, from whichever process or tool it was started.</summary>
internal sealed class ClassicQueryResults(SalesforceConnection connection)
{
    /// <exception cref="SalesforceException">The job failed, was aborted or is not done; or its results are not CSV.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(BulkJob job, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        BulkQueryRunner.CheckComplete(job);
        if (job.ContentType != "CSV")
            throw BatchContent.Refusal(job, "CSV results can be read here. Run the query again with Invoke-SfQuery -Api Bulk1");
        var client = new ClassicJobClient(connection, job.ApiVersion);
        var batches = await client.ListBatchesAsync(job.Id, cancellation).ConfigureAwait(false);
        foreach (var result in ResultsOf(batches))
        {
            var records = new JobResults(connection, job, new CsvColumnPlan(connection, job.ObjectType, null))
            {
                Window = new ClassicPageWindow(connection, client, job, result.Select(Task.FromResult), options.ThrottleLimit),
                Unordered = options.Unordered,
                ThrottleLimit = options.ThrottleLimit,
            };
            await foreach (var chunk in records.ReadAsync(cancellation).ConfigureAwait(false))
                yield return chunk;
        }
    }

    /// <summary>
    /// Each batch is a query of its own, with columns of its own. Where the org has split one by Id, that one is not processed itself, and
    /// its ranges together are the result.
    /// </summary>
    private static IEnumerable<IReadOnlyList<ClassicBatch>> ResultsOf(IReadOnlyList<ClassicBatch> batches)
    {
        List<ClassicBatch> processed = [.. batches.Where(static batch => batch.State != "NotProcessed")];
        return processed.Count == batches.Count ? processed.Select(static batch => new[] { batch })
            : [processed.Count > 0 ? processed : batches];
    }
}
