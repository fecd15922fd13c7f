using System.Collections.Concurrent;
using System.Management.Automation;

namespace SalesforcePS.Pipeline;

/// <summary>What the engine remarks on any thread, kept until the pipeline thread says it.</summary>
internal sealed class Remarks
{
    private readonly ConcurrentQueue<Action<Cmdlet>> waiting = new();

    public void Verbose(string text) => waiting.Enqueue(cmdlet => cmdlet.WriteVerbose(text));

    public void Warning(string text) => waiting.Enqueue(cmdlet => cmdlet.WriteWarning(text));

    public void Say(Cmdlet cmdlet)
    {
        while (waiting.TryDequeue(out var remark))
            remark(cmdlet);
    }
}
