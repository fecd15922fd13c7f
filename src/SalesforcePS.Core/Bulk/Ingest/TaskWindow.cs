namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Runs work in parallel, so much of it at a time; the first failure comes out of the next call.</summary>
internal sealed class TaskWindow(int size)
{
    private readonly List<Task> running = [];

    /// <summary>Waits for room, then lets the work begin.</summary>
    public async ValueTask StartAsync(Func<Task> work)
    {
        await WaitForRoomAsync().ConfigureAwait(false);
        Start(work);
    }

    public async ValueTask WaitForRoomAsync()
    {
        while (running.Count >= size)
        {
            await Task.WhenAny(running).ConfigureAwait(false);
            foreach (var ended in running.FindAll(static task => task.IsCompleted))
            {
                running.Remove(ended);
                await ended.ConfigureAwait(false);
            }
        }
    }

    public void Start(Func<Task> work) => running.Add(Task.Run(work, CancellationToken.None));

    /// <summary>Waits for all that has begun, failed or not.</summary>
    public async Task CompleteAsync()
    {
        Task[] all = [.. running];
        running.Clear();
        await Task.WhenAll(all).ConfigureAwait(false);
    }
}
