using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>What both versions of the Bulk API share.</summary>
internal sealed class BulkServices : IDisposable
{
    public BulkServices(OrgDatabase database, RecordWriter writer, RecordRemover remover, BulkSettings settings, TimeProvider clock)
    {
        Settings = settings;
        Jobs = new BulkJobStore(database, clock);
        Contents = new BulkContentStore(database);
        Outcomes = new OutcomeStore(database);
        Allocation = new BatchAllocation(settings, clock);
        Processor = new BulkProcessor(database, writer, remover, Outcomes);
        Results = new QueryResultStore(database);
        QueryUsage = new QueryUsage(Jobs, Results, clock);
        Queries = new BulkQueryService(database, Results, clock);
        Scheduler = new BulkScheduler(settings, clock);
        Jobs.Create();
    }

    public BulkSettings Settings { get; }

    public BulkJobStore Jobs { get; }

    public BulkContentStore Contents { get; }

    public OutcomeStore Outcomes { get; }

    public BatchAllocation Allocation { get; }

    public BulkProcessor Processor { get; }

    public QueryResultStore Results { get; }

    public QueryUsage QueryUsage { get; }

    public BulkQueryService Queries { get; }

    public BulkScheduler Scheduler { get; }

    public void Reset()
    {
        Jobs.Clear();
        Allocation.Reset();
        Settings.Reset();
    }

    public void Dispose() => Scheduler.Dispose();
}
