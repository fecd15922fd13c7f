namespace SalesforcePS.Emulator.Querying.Explaining;

/// <summary>
/// When an index is worth its use: up to 30 percent of the first million records and 15 of the rest, a million at most,
/// for standard fields; 10 and 5 percent, a third of a million at most, for custom ones.
/// </summary>
internal static class Selectivity
{
    private const long FirstRecords = 1_000_000;

    /// <summary>What a table scan of a small object costs.</summary>
    private const double SmallScan = 0.65;

    /// <summary>Objects with fewer records are small: any index is worth its use.</summary>
    private const long SmallObject = 1_000;

    public static double OfIndex(long found, long records, bool isCustom) =>
        records < SmallObject ? 0 : Math.Round(found / Threshold(records, isCustom), 3);

    public static double OfScan(long found, long records) =>
        records < SmallObject ? SmallScan : Math.Round(SmallScan + 1 + (found / Threshold(records, isCustom: false)), 3);

    private static double Threshold(long records, bool isCustom)
    {
        var (first, rest, most) = isCustom ? (0.10, 0.05, 333_333d) : (0.30, 0.15, 1_000_000d);
        var threshold = (Math.Min(records, FirstRecords) * first) + (Math.Max(0, records - FirstRecords) * rest);
        return Math.Max(1, Math.Min(threshold, most));
    }
}
