using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SalesforcePS.Pipeline;

/// <summary>Progress by bytes: the engine counts on any thread, the pipeline is told a few times a second.</summary>
internal sealed class ByteProgress(Cmdlet cmdlet, string activity)
{
    private const double Mega = 1_000_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ProgressTicker ticker = new(cmdlet, activity);
    private long moved;
    private long total;
    private long toldAt = Stopwatch.GetTimestamp();

    /// <summary>Says something in the pipeline, from any thread; set before the work begins.</summary>
    public Action<Action<Cmdlet>> Say { get; set; } = static _ => { };

    /// <summary>So many bytes more are to be moved.</summary>
    public void Expect(long bytes) => Interlocked.Add(ref total, bytes);

    public void Add(long bytes)
    {
        Interlocked.Add(ref moved, bytes);
        var last = Interlocked.Read(ref toldAt);
        if (Stopwatch.GetElapsedTime(last) >= Interval && Interlocked.CompareExchange(ref toldAt, Stopwatch.GetTimestamp(), last) == last)
            Say(_ => Show());
    }

    public void Complete() => ticker.Complete();

    private void Show()
    {
        var (done, all) = (Interlocked.Read(ref moved), Interlocked.Read(ref total));
        ticker.Tick(
            () => string.Create(CultureInfo.CurrentCulture, $"{done / Mega:N1} of {all / Mega:N1} MB"),
            all > 0 ? (int)Math.Clamp(done * 100 / all, 0, 100) : -1);
    }
}
