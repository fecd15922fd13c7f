using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Control;

/// <summary>Locks records as a long transaction does; what is not named stays.</summary>
internal sealed record LockControl
{
    private const int DefaultDuration = 60_000;

    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>How long the records stay locked.</summary>
    public int DurationMs { get; init; } = DefaultDuration;

    /// <summary>How long others wait for them.</summary>
    public int? TimeoutMs { get; init; }

    public void Apply(RowLocks locks)
    {
        var ids = Ids.Select(text => SalesforceId.TryNormalize(text, out var id) ? id : throw new ApiException("MALFORMED_ID", $"bad id {text}")).ToList();
        locks.Timeout = TimeoutMs is { } timeout ? TimeSpan.FromMilliseconds(timeout) : locks.Timeout;
        locks.Hold(ids, TimeSpan.FromMilliseconds(DurationMs));
    }
}
