namespace SalesforcePS.Emulator.Bulk;

/// <summary>Runs jobs in the background: each on its own through its states, but only one at a time writes records.</summary>
internal sealed class BulkScheduler(BulkSettings settings, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly HashSet<Task> running = [];

    public CancellationToken Stopping => stopping.Token;

    /// <param name="work">The job's way through its states.</param>
    /// <param name="failed">Tells the job of an error that is none of its own.</param>
    public void Start(Func<Task> work, Action<Exception> failed)
    {
        lock (running)
        {
            if (stopping.IsCancellationRequested)
                return;
            var task = Task.Run(() => RunAsync(work, failed));
            running.Add(task);
            task.ContinueWith(Forget, TaskScheduler.Default);
        }
    }

    /// <summary>The time that a job stays in a state.</summary>
    public Task DelayAsync() => settings.StateDelay == 0
        ? Task.CompletedTask
        : Task.Delay(TimeSpan.FromMilliseconds(settings.StateDelay), clock, stopping.Token);

    /// <summary>Waits for those that write already, then works.</summary>
    public async Task InTurnAsync(Action work)
    {
        await writing.WaitAsync(stopping.Token);
        try
        {
            work();
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        Task[] rest;
        lock (running)
        {
            stopping.Cancel();
            rest = [.. running];
        }

        Task.WaitAll(rest);
        stopping.Dispose();
        writing.Dispose();
    }

    private async Task RunAsync(Func<Task> work, Action<Exception> failed)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The job goes on when the database is opened again.
        }
        catch (Exception exception)
        {
            failed(exception);
        }
    }

    private void Forget(Task task)
    {
        lock (running)
            running.Remove(task);
    }
}
