using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Control;

/// <summary>Changes of how bulk jobs run; what is not named stays.</summary>
internal sealed record BulkControl
{
    public int? StateDelayMs { get; init; }

    public int? ShuffleSeed { get; init; }

    public int? DailyBatchLimit { get; init; }

    public int? ResultPageSize { get; init; }

    public void Apply(BulkSettings settings)
    {
        settings.StateDelay = StateDelayMs ?? settings.StateDelay;
        settings.ShuffleSeed = ShuffleSeed ?? settings.ShuffleSeed;
        settings.DailyBatchLimit = DailyBatchLimit ?? settings.DailyBatchLimit;
        settings.ResultPageSize = ResultPageSize ?? settings.ResultPageSize;
    }
}
