using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Bulk1;
using SalesforcePS.Emulator.Bulk2;
using SalesforcePS.Emulator.Control;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Org;

/// <summary>All services of one org, put together by hand: each is made once and lives as long as the emulator.</summary>
internal sealed class EmulatedOrg : IDisposable
{
    private readonly OrgDatabase database;

    private EmulatedOrg(OrgDatabase database, int dailyApiLimit, int bulkDelay, TimeProvider clock)
    {
        this.database = database;
        Clock = clock;
        Started = clock.GetUtcNow();
        Schema = database.Schema;
        Identity = new OrgIdentity(
            SeedRecords.OrganizationId,
            SeedRecords.OrganizationName,
            SeedRecords.AdministratorId,
            SeedRecords.ProfileId,
            SeedRecords.AdministratorUserName,
            "Emulator",
            "Administrator",
            SeedRecords.AdministratorUserName);
        User = new RequestUser(Identity.UserId, Identity.UserName);
        Credentials = CredentialStore.LoadOrCreate(database, Identity.UserName);
        Sessions = new SessionStore(Identity.OrganizationId, clock);
        Usage = new ApiUsage(dailyApiLimit);
        Faults = new FaultQueue(clock, Requests);
        Writer = new RecordWriter(database, clock);
        Remover = new RecordRemover(database, clock);
        Reader = new RecordReader(database);
        Queries = new QueryService(database, clock);
        Bulk = new BulkServices(database, Writer, Remover, new BulkSettings(bulkDelay), clock);
        Bulk2 = new Bulk2Runners(this);
        Bulk1 = new Bulk1Services(database, Bulk, Queries, User, clock);
    }

    public TimeProvider Clock { get; }

    /// <summary>The schema has not changed since; describe calls answer If-Modified-Since with it.</summary>
    public DateTimeOffset Started { get; }

    public OrgSchema Schema { get; }

    public OrgIdentity Identity { get; }

    public RequestUser User { get; }

    public OrgCredentials Credentials { get; }

    public SessionStore Sessions { get; }

    public ApiUsage Usage { get; }

    public RequestLog Requests { get; } = new();

    public FaultQueue Faults { get; }

    public RecordWriter Writer { get; }

    public RecordRemover Remover { get; }

    public RecordReader Reader { get; }

    public QueryService Queries { get; }

    public BulkServices Bulk { get; }

    public Bulk2Runners Bulk2 { get; }

    public Bulk1Services Bulk1 { get; }

    public static EmulatedOrg Open(
        string databaseFile, OrgSchema schema, int dailyApiLimit, TimeProvider clock, int bulkDelay = BulkSettings.DefaultStateDelay)
    {
        var database = OrgDatabase.Open(databaseFile, schema, clock);
        try
        {
            return new EmulatedOrg(database, dailyApiLimit, bulkDelay, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Ids of the live records with this external id.</summary>
    public IReadOnlyList<string> FindByKey(SObjectType type, SObjectField field, string value) =>
        database.Write((_, _) => new RecordLookup(database).FindBy(type, field, value));

    /// <summary>All that the work writes, kept only where it returns true.</summary>
    public bool WriteUnlessRefused(Func<bool> work) => database.WriteUnlessRefused(work);

    /// <summary>Back to the seed; sessions stay.</summary>
    public void Reset()
    {
        // Jobs first: one that runs writes no more records then.
        Bulk.Reset();
        database.Reset();
        Queries.Reset();
        Faults.Replace([]);
        Usage.Reset();
        Requests.Clear();
    }

    public void Dispose()
    {
        Bulk.Dispose();
        database.Dispose();
    }
}
