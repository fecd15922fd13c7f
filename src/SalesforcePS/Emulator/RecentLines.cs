namespace SalesforcePS.Emulator;

/// <summary>The last lines of a log, for the message when its process fails.</summary>
internal sealed class RecentLines(int capacity)
{
    private readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > capacity)
                lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (lines)
            return string.Join(Environment.NewLine, lines);
    }
}
