using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Writes the rows of an upload as an org does: 200 at a time, each row for itself.</summary>
internal sealed class BulkProcessor(OrgDatabase database, RecordWriter writer, RecordRemover remover, OutcomeStore outcomes)
{
    public const int ChunkSize = 200;

    /// <param name="job">What is done with the rows.</param>
    /// <param name="owner">The id of the job or batch whose rows they are.</param>
    /// <param name="rows">All rows from the first; those that have an outcome from an earlier run are passed over.</param>
    /// <param name="user">Who writes.</param>
    /// <param name="progress">
    /// Called inside of each chunk's transaction, before anything is written with null and afterwards with what came out;
    /// where the first call gives false, the rest stays unprocessed.
    /// </param>
    /// <returns>False when it was stopped.</returns>
    public bool Process(BulkJob job, string owner, IEnumerable<BulkRow> rows, RequestUser user, Func<IReadOnlyList<SaveResult>?, bool> progress)
    {
        var done = outcomes.Count(owner);
        return Process(job, owner, done, rows.Skip((int)done), user, progress);
    }

    /// <summary>The same for rows of which the first has the given number.</summary>
    public bool Process(BulkJob job, string owner, long firstRow, IEnumerable<BulkRow> rows, RequestUser user, Func<IReadOnlyList<SaveResult>?, bool> progress)
    {
        var options = new DmlOptions { AssignmentRuleId = job.AssignmentRuleId };
        var row = firstRow;
        foreach (var chunk in rows.Chunk(ChunkSize))
        {
            var first = row;
            var goesOn = database.Write((_, _) =>
            {
                if (!progress(null))
                    return false;
                var results = Save(job, chunk, user, options);
                outcomes.Add(owner, first, results);
                return progress(results);
            });
            if (!goesOn)
                return false;
            row += chunk.Length;
        }

        return true;
    }

    private SaveResult[] Save(BulkJob job, BulkRow[] chunk, RequestUser user, DmlOptions options)
    {
        var inputs = new List<RecordInput>(chunk.Length);
        foreach (var row in chunk)
        {
            if (row.Input is not null)
                inputs.Add(row.Input);
        }

        var saved = SaveAll(job, inputs, user, options);
        var results = new SaveResult[chunk.Length];
        var next = 0;
        for (var index = 0; index < chunk.Length; index++)
            results[index] = chunk[index].Error is { } error ? WriteSession.Failed(null, error) : saved[next++];
        return results;
    }

    /// <exception cref="BulkException">The org refuses the call as a whole.</exception>
    private IReadOnlyList<SaveResult> SaveAll(BulkJob job, List<RecordInput> inputs, RequestUser user, DmlOptions options)
    {
        try
        {
            return Save(job, inputs, user, options);
        }
        catch (ApiException refusal)
        {
            throw new BulkException(BulkException.InvalidBatch, $"{refusal.ErrorCode}: {refusal.Message}");
        }
    }

    private IReadOnlyList<SaveResult> Save(BulkJob job, List<RecordInput> inputs, RequestUser user, DmlOptions options) => job.Operation switch
    {
        BulkOperation.Insert => writer.Create(user, inputs, options),
        BulkOperation.Update => writer.Update(user, inputs, options),
        BulkOperation.Upsert => writer.Upsert(user, job.ExternalIdFieldName!, inputs, options),
        BulkOperation.Delete => remover.Delete(user, [.. inputs.Select(input => input.Id ?? "")], options),
        _ => remover.HardDelete(user, [.. inputs.Select(input => input.Id ?? "")], options),
    };
}
