using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Bulk1;
using SalesforcePS.Emulator.Bulk2;
using SalesforcePS.Emulator.Control;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.ListViews;
using SalesforcePS.Emulator.OAuth;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Approvals;
using SalesforcePS.Emulator.Records.Leads;
using SalesforcePS.Emulator.Records.Merging;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Searching;
using SalesforcePS.Emulator.Searching.Indexing;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Storage;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Org;

/// <summary>All services of one org, put together by hand: each is made once and lives as long as the emulator.</summary>
internal sealed class EmulatedOrg : IDisposable
{
    private readonly OrgDatabase database;
    private readonly TimeSpan lockTimeout;
    private readonly SearchIndex index;

    private EmulatedOrg(OrgDatabase database, EmulatorOptions options, IReadOnlyList<DeclaredUser> users, TimeProvider clock)
    {
        this.database = database;
        database.Locks.Timeout = lockTimeout = options.LockTimeout;
        Clock = clock;
        Started = clock.GetUtcNow();
        Schema = database.Schema;
        Users = new UserDirectory(database, users, clock);
        SignIn = new SignInSettings(options.SignIn);
        Sessions = new SessionStore(database, Users, SignIn, clock);
        RefreshTokens = new RefreshTokenStore(database, Sessions);
        IdTokens = new IdTokenSigner(Credentials.ClientId, clock);
        Usage = new ApiUsage(options.DailyApiLimit);
        Faults = new FaultQueue(clock, Requests);
        Writer = new RecordWriter(database, clock);
        Remover = new RecordRemover(database, clock);
        Reader = new RecordReader(database);
        Replication = new ReplicationReader(database, clock);
        Recent = new RecentItems(database);
        Merger = new RecordMerger(database, Writer, clock);
        Approvals = new ApprovalProcessor(database, clock);
        Leads = new LeadConverter(database, Writer, Reader, clock);
        Queries = new QueryService(database, clock);
        ListViews = new ListViewService(Schema, Queries, Recent, Reader);
        index = new SearchIndex(database);
        Search = new SearchService(database, index, Queries, clock);
        Bulk = new BulkServices(database, Writer, Remover, new BulkSettings(options.BulkDelay), clock);
        Bulk2 = new Bulk2Runners(this);
        Bulk1 = new Bulk1Services(database, Bulk, Queries, Users, clock);
    }

    public TimeProvider Clock { get; }

    /// <summary>The schema has not changed since; describe calls answer If-Modified-Since with it.</summary>
    public DateTimeOffset Started { get; }

    public OrgSchema Schema { get; }

    /// <summary>What formulas see besides records.</summary>
    public FormulaSurroundings Surroundings => database.Surroundings;

    public RowLocks Locks => database.Locks;

    public UserDirectory Users { get; }

    /// <summary>The administrator, who may do everything.</summary>
    public RequestUser User => Users.Administrator.Caller;

    public OrgIdentity Identity => Users.Administrator.Identity;

    public OrgCredentials Credentials => Users.Credentials;

    public SignInSettings SignIn { get; }

    public SessionStore Sessions { get; }

    public RefreshTokenStore RefreshTokens { get; }

    public IdTokenSigner IdTokens { get; }

    public ApiUsage Usage { get; }

    public RequestLog Requests { get; } = new();

    public FaultQueue Faults { get; }

    public RecordWriter Writer { get; }

    public RecordRemover Remover { get; }

    public RecordReader Reader { get; }

    public BlobStore Blobs => database.Blobs;

    public ReplicationReader Replication { get; }

    public RecentItems Recent { get; }

    public RecordMerger Merger { get; }

    public LeadConverter Leads { get; }

    public ApprovalProcessor Approvals { get; }

    public QueryService Queries { get; }

    public ListViewService ListViews { get; }

    public SearchService Search { get; }

    public BulkServices Bulk { get; }

    public Bulk2Runners Bulk2 { get; }

    public Bulk1Services Bulk1 { get; }

    public static EmulatedOrg Open(EmulatorOptions options, OrgSchema schema, IReadOnlyList<DeclaredUser> users, TimeProvider clock)
    {
        var database = OrgDatabase.Open(options.Database, schema, clock);
        try
        {
            return new EmulatedOrg(database, options, users, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>All that the work writes, kept only where it returns true.</summary>
    public bool WriteUnlessRefused(Func<bool> work) => database.WriteUnlessRefused(work);

    /// <summary>Back to the seed; sessions stay.</summary>
    public void Reset()
    {
        // Jobs first: one that runs writes no more records then.
        Bulk.Reset();
        database.Write((connection, _) =>
        {
            database.Reset();
            Users.Restore(connection);
            index.Reset();
            return true;
        });
        database.Locks.Release();
        database.Locks.Timeout = lockTimeout;
        Users.Passwords.Reset();
        SignIn.Reset();
        Queries.Reset();
        Faults.Replace([]);
        Usage.Reset();
        Requests.Clear();
    }

    public void Dispose()
    {
        Bulk.Dispose();
        IdTokens.Dispose();
        database.Dispose();
    }
}
