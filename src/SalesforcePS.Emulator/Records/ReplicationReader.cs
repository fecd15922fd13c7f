using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>The records of an sObject that changed or went within a stretch of time, for getUpdated and getDeleted.</summary>
internal sealed class ReplicationReader(OrgDatabase database, TimeProvider time)
{
    private const int MostIds = 600_000;

    /// <summary>How long the recycle bin keeps a record (SOAP API guide, getDeleted).</summary>
    private static readonly TimeSpan BinPeriod = TimeSpan.FromDays(15);

    /// <summary>How far back updates are told (SOAP API guide, getUpdated).</summary>
    private static readonly TimeSpan UpdatePeriod = TimeSpan.FromDays(30);

    public UpdatedRecords Updated(SObjectType type, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, to) = Check(type, start, end, UpdatePeriod);
        var ids = Read(
            $"SELECT \"Id\" FROM {SqlName.Quote(type.Name)} WHERE \"{SystemFields.IsDeleted}\" = 0 "
            + $"AND \"{SystemFields.SystemModstamp}\" >= ? AND \"{SystemFields.SystemModstamp}\" <= ? ORDER BY \"{SqlName.Key}\"",
            statement => statement.Bind(1, from.ToUnixTimeMilliseconds()).Bind(2, to.ToUnixTimeMilliseconds()),
            statement => (string)statement.Value(0)!);
        return new UpdatedRecords(ids, Covered(to));
    }

    public DeletedRecords Deleted(SObjectType type, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, to) = Check(type, start, end, BinPeriod);
        var records = Read(
            $"SELECT \"Id\" AS id, \"{SystemFields.SystemModstamp}\" AS deleted FROM {SqlName.Quote(type.Name)} "
            + $"WHERE \"{SystemFields.IsDeleted}\" = 1 AND deleted >= ? AND deleted <= ? "
            + "UNION ALL SELECT id, deleted FROM _purged WHERE sobject = ? AND deleted >= ? AND deleted <= ? ORDER BY deleted, id",
            statement => statement.Bind(1, from.ToUnixTimeMilliseconds()).Bind(2, to.ToUnixTimeMilliseconds())
                .Bind(3, type.Name).Bind(4, from.ToUnixTimeMilliseconds()).Bind(5, to.ToUnixTimeMilliseconds()),
            statement => new DeletedRecord((string)statement.Value(0)!, DateTimeOffset.FromUnixTimeMilliseconds(statement.Integer(1))));
        return new DeletedRecords(records, Minute(time.GetUtcNow() - BinPeriod), Covered(to));
    }

    /// <summary>Seconds play no part (SOAP API guide, getUpdated).</summary>
    private (DateTimeOffset From, DateTimeOffset To) Check(SObjectType type, DateTimeOffset start, DateTimeOffset end, TimeSpan period)
    {
        if (!type.Replicateable)
            throw new ApiException("INVALID_TYPE_FOR_OPERATION", $"entity type {type.Name} does not support replication");
        var (from, to) = (Minute(start), Minute(end));
        if (to - from < TimeSpan.FromMinutes(1))
            throw InvalidDate("endDate must be at least one minute greater than startDate");
        if (from < Minute(time.GetUtcNow() - period))
            throw InvalidDate(FormattableString.Invariant($"startDate cannot be more than {period.Days} days ago"));
        return (from, to);
    }

    private DateTimeOffset Covered(DateTimeOffset to)
    {
        var now = Minute(time.GetUtcNow());
        return to < now ? to : now;
    }

    private List<T> Read<T>(string sql, Action<PreparedStatement> bind, Func<PreparedStatement, T> read) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, sql);
        bind(statement);
        var found = new List<T>();
        while (statement.Step())
        {
            if (found.Count == MostIds)
                throw new ApiException("EXCEEDED_ID_LIMIT", FormattableString.Invariant($"more than {MostIds} records changed: choose a shorter time"));
            found.Add(read(statement));
        }

        return found;
    });

    private static DateTimeOffset Minute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)).ToUniversalTime();

    private static ApiException InvalidDate(string message) => new("INVALID_REPLICATION_DATE", message);
}
