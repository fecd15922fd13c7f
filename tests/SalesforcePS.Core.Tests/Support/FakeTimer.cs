namespace SalesforcePS.Core.Tests.Support;

internal sealed class FakeTimer(TimerCallback callback, object? state) : ITimer
{
    private volatile bool disposed;

    public void Fire()
    {
        if (!disposed)
            callback(state);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => true;

    public void Dispose() => disposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
