namespace SalesforcePS.Emulator.Bulk;

/// <summary>What a test may change while the emulator runs.</summary>
internal sealed class BulkSettings(int initialStateDelay)
{
    public const int DefaultStateDelay = 20;

    private const int DailyBatches = 15_000;
    private const int RowsPerResultPage = 50_000;

    private volatile int changedStateDelay = -1;
    private volatile int shuffleSeed;
    private volatile int dailyBatchLimit = DailyBatches;
    private volatile int resultPageSize = RowsPerResultPage;

    /// <summary>How long a job stays in each state on its way, in milliseconds.</summary>
    public int StateDelay
    {
        get => changedStateDelay < 0 ? initialStateDelay : changedStateDelay;
        set => changedStateDelay = value;
    }

    /// <summary>Decides the order of the results of Bulk API 2.0.</summary>
    public int ShuffleSeed
    {
        get => shuffleSeed;
        set => shuffleSeed = value;
    }

    public int DailyBatchLimit
    {
        get => dailyBatchLimit;
        set => dailyBatchLimit = value;
    }

    /// <summary>Rows of a page of query results where the client names no number.</summary>
    public int ResultPageSize
    {
        get => resultPageSize;
        set => resultPageSize = value;
    }

    public void Reset()
    {
        StateDelay = -1;
        ShuffleSeed = 0;
        DailyBatchLimit = DailyBatches;
        ResultPageSize = RowsPerResultPage;
    }
}
