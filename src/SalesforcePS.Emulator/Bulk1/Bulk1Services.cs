using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Storage;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>What Bulk API 1.0 has of its own.</summary>
internal sealed class Bulk1Services
{
    public Bulk1Services(OrgDatabase database, BulkServices bulk, QueryService queries, UserDirectory users, TimeProvider clock)
    {
        Batches = new BatchIntake(database, bulk, clock);
        Query = new BatchQuery(bulk, queries, users);
        var chunker = new PkChunker(Batches, queries, database.Schema, users);
        Runner = new BatchRunner(bulk, new BatchWork(bulk, Query, chunker, database.Schema, users));
        Runner.Resume();
    }

    public BatchIntake Batches { get; }

    public BatchQuery Query { get; }

    public BatchRunner Runner { get; }
}
