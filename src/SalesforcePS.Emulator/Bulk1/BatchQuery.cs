using System.Text;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Runs the query of a batch into its one result file.</summary>
internal sealed class BatchQuery(BulkServices bulk, QueryService queries, UserDirectory users)
{
    private const string ResultKeyPrefix = "752";

    /// <summary>What an org gives in place of a CSV file without records.</summary>
    private const string NoRecords = "Records not found for this query";

    public static string ResultId(BulkBatch batch) =>
        SalesforceId.TryGetKey(batch.Id, out var key) ? SalesforceId.Create(ResultKeyPrefix, key) : batch.Id;

    public static bool IsResultOf(BulkBatch batch, string id) => SalesforceId.TryNormalize(id, out var full) && full == ResultId(batch);

    /// <exception cref="BulkException">The statement is wrong, or of another object than the job.</exception>
    public PreparedQuery Prepare(BulkJob job, string soql)
    {
        try
        {
            var query = bulk.Queries.Prepare(UserOf(job), soql, job.Operation == BulkOperation.QueryAll);
            return query.Query.Type.Name == job.Object ? query : throw new ApiException(
                "INVALID_TYPE_FOR_OPERATION",
                $"The root entity of the requested query ({query.Query.Type.Name}) does not match the entity of the requested Bulk API Job ({job.Object}).");
        }
        catch (ApiException refusal)
        {
            throw refusal.ErrorCode == BulkQueryRules.ErrorCode
                ? new BulkException("FeatureNotEnabled", $"Failed to process query: FUNCTIONALITY_NOT_ENABLED: {refusal.Message}")
                : new BulkException(BulkException.InvalidBatch, $"Failed to process query: {refusal.ErrorCode}: {refusal.Message}");
        }
    }

    /// <returns>The number of records.</returns>
    public long Run(BulkJob job, BulkBatch batch, string soql, PreparedQuery query)
    {
        var contentType = AsyncContentType.Find(job.ContentType)!.Records;
        return contentType == AsyncContentType.Csv ? RunCsv(job, batch, query) : RunDocument(job, batch, soql, contentType);
    }

    public IEnumerable<ReadOnlyMemory<byte>> ReadResult(BulkJob job, BulkBatch batch) =>
        batch.NumberRecordsProcessed == 0 && AsyncContentType.Find(job.ContentType)!.Records == AsyncContentType.Csv
            ? [Encoding.ASCII.GetBytes(NoRecords)]
            : bulk.Results.Read(batch.Id, 0, batch.NumberRecordsProcessed);

    private RequestUser UserOf(BulkJob job) => users.Require(job.CreatedById).Caller;

    private long RunCsv(BulkJob job, BulkBatch batch, PreparedQuery query)
    {
        var records = 0L;
        bulk.Queries.Run(query, job, batch.Id, count =>
        {
            records += count;
            return true;
        });
        return records;
    }

    private long RunDocument(BulkJob job, BulkBatch batch, string soql, AsyncContentType contentType)
    {
        List<QueryRow> rows = [.. Pages(UserOf(job), soql, job.Operation == BulkOperation.QueryAll).SelectMany(page => page.Rows)];
        using var document = new PooledStream();
        if (contentType == AsyncContentType.Xml)
        {
            AsyncXml.WriteDocument(document, QueryXmlWriter.Root, writer => QueryXmlWriter.Write(writer, rows));
        }
        else
        {
            using var writer = new QueryJsonWriter(document, new RestCall(job.ApiVersion, UserOf(job)).Root);
            writer.Write(rows);
        }

        bulk.Results.Start(batch.Id, document.WrittenMemory.ToArray());
        return rows.Count;
    }

    private IEnumerable<QueryPage> Pages(RequestUser user, string soql, bool includeDeleted)
    {
        var page = queries.Query(user, soql, includeDeleted);
        yield return page;
        while (page.Locator is { } locator)
        {
            page = queries.QueryMore(user, locator);
            yield return page;
        }
    }
}
