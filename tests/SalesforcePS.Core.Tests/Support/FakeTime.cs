namespace SalesforcePS.Core.Tests.Support;

/// <summary>Time that passes when somebody waits: waits up to <see cref="Patience"/> are over at once, longer ones when the test says so.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly object gate = new();
    private readonly List<FakeTimer> longTimers = [];
    private readonly TaskCompletionSource firstWait = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The waits that somebody asked for, in order; deadlines are not among them.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public Task FirstWait => firstWait.Task;

    public override TimeZoneInfo LocalTimeZone => Zone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Ends every wait that is longer than the patience.</summary>
    public void PassDeadlines()
    {
        FakeTimer[] due;
        lock (gate)
            due = [.. longTimers];
        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(callback, state);
        if (dueTime < TimeSpan.Zero)
            return timer;
        lock (gate)
        {
            if (dueTime > TimeSpan.FromMinutes(5))
            {
                longTimers.Add(timer);
                return timer;
            }
            Waits.Add(dueTime);
            if (dueTime <= Patience)
            {
                now += dueTime;
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
            }
        }
        firstWait.TrySetResult();
        return timer;
    }
}
