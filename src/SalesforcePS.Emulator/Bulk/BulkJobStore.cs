using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>The jobs of both versions and the batches of Bulk API 1.0.</summary>
internal sealed class BulkJobStore(OrgDatabase database, TimeProvider clock)
{
    /// <summary>Gives the job its id and dates.</summary>
    public BulkJob Add(BulkJob job) => database.Write((_, _) =>
    {
        var now = clock.GetUtcNow();
        var key = Insert("INSERT INTO _bulk_job (definition) VALUES (NULL) RETURNING key");
        var added = job with { Id = SalesforceId.Create(BulkJob.KeyPrefix, key), CreatedDate = now, SystemModstamp = now };
        Save("UPDATE _bulk_job SET definition = ? WHERE key = ?", key, added);
        return added;
    });

    public BulkBatch Add(BulkBatch batch) => database.Write((_, _) =>
    {
        var now = clock.GetUtcNow();
        var key = Insert("INSERT INTO _bulk_batch (job) VALUES (?) RETURNING key", batch.JobId);
        var added = batch with { Id = SalesforceId.Create(BulkBatch.KeyPrefix, key), CreatedDate = now, SystemModstamp = now };
        Save("UPDATE _bulk_batch SET definition = ? WHERE key = ?", key, added);
        return added;
    });

    public BulkJob? FindJob(string id) => Find<BulkJob>("SELECT definition FROM _bulk_job WHERE key = ?", BulkJob.KeyPrefix, id);

    public BulkBatch? FindBatch(string id) => Find<BulkBatch>("SELECT definition FROM _bulk_batch WHERE key = ?", BulkBatch.KeyPrefix, id);

    /// <summary>All jobs, the oldest first.</summary>
    public IReadOnlyList<BulkJob> Jobs() => List<BulkJob>("SELECT definition FROM _bulk_job ORDER BY key");

    /// <summary>The batches of a job in the order in which they came.</summary>
    public IReadOnlyList<BulkBatch> Batches(string jobId) => List<BulkBatch>("SELECT definition FROM _bulk_batch WHERE job = ? ORDER BY key", jobId);

    /// <summary>Changes the job as it is now; null when it is gone. May be part of a larger write.</summary>
    public BulkJob? UpdateJob(string id, Func<BulkJob, BulkJob> change) => Update<BulkJob>(
        BulkJob.KeyPrefix,
        id,
        "SELECT definition FROM _bulk_job WHERE key = ?",
        "UPDATE _bulk_job SET definition = ? WHERE key = ?",
        job => change(job) with { SystemModstamp = clock.GetUtcNow() });

    public BulkBatch? UpdateBatch(string id, Func<BulkBatch, BulkBatch> change) => Update<BulkBatch>(
        BulkBatch.KeyPrefix,
        id,
        "SELECT definition FROM _bulk_batch WHERE key = ?",
        "UPDATE _bulk_batch SET definition = ? WHERE key = ?",
        batch => change(batch) with { SystemModstamp = clock.GetUtcNow() });

    /// <summary>The job with all that belongs to it.</summary>
    public void Delete(string jobId)
    {
        string[] owners = [jobId, .. Batches(jobId).Select(batch => batch.Id)];
        database.Write((_, _) =>
        {
            foreach (var owner in owners)
            {
                Execute("DELETE FROM _bulk_content WHERE owner = ?", owner);
                Execute("DELETE FROM _bulk_outcome WHERE owner = ?", owner);
                Execute("DELETE FROM _bulk_result WHERE owner = ?", owner);
            }

            Execute("DELETE FROM _bulk_batch WHERE job = ?", jobId);
            SalesforceId.TryGetKey(jobId, out var key);
            Execute("DELETE FROM _bulk_job WHERE key = ?", key);
            return true;
        });
    }

    public void Create() => database.Write((connection, _) =>
    {
        BulkTables.Create(connection);
        return true;
    });

    public void Clear() => database.Write((connection, _) =>
    {
        BulkTables.Clear(connection);
        return true;
    });

    private T? Find<T>(string sql, string keyPrefix, string id)
        where T : class =>
        TryGetKey(keyPrefix, id, out var key) && List<T>(sql, key) is [var found] ? found : null;

    private List<T> List<T>(string sql, object? argument = null) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, sql);
        if (argument is not null)
            statement.Bind(1, argument);
        var found = new List<T>();
        while (statement.Step())
            found.Add(BulkJson.Read<T>((string)statement.Value(0)!));
        return found;
    });

    private T? Update<T>(string keyPrefix, string id, string select, string update, Func<T, T> change)
        where T : class => database.Write((_, _) =>
    {
        if (!TryGetKey(keyPrefix, id, out var key))
            return null;
        var statement = database.Prepare(select).Bind(1, key);
        if (!statement.Step())
            return null;
        var current = BulkJson.Read<T>((string)statement.Value(0)!);
        statement.Reset();
        var changed = change(current);
        Save(update, key, changed);
        return changed;
    });

    private static bool TryGetKey(string keyPrefix, string id, out long key)
    {
        key = 0;
        return SalesforceId.TryNormalize(id, out var full) && SalesforceId.KeyPrefix(full) == keyPrefix && SalesforceId.TryGetKey(full, out key);
    }

    private long Insert(string sql, string? argument = null)
    {
        var statement = database.Prepare(sql);
        if (argument is not null)
            statement.Bind(1, argument);
        statement.Step();
        var key = statement.Integer(0);
        statement.Reset();
        return key;
    }

    private void Save<T>(string sql, long key, T value) => database.Prepare(sql).Bind(1, BulkJson.Write(value)).Bind(2, key).Step();

    private void Execute(string sql, object argument) => database.Prepare(sql).Bind(1, argument).Step();
}
