namespace SalesforcePS.Emulator.Control;

internal sealed class FaultQueue(TimeProvider clock, RequestLog log)
{
    private readonly List<Fault> faults = [];
    private volatile bool isEmpty = true;

    public bool IsEmpty => isEmpty;

    public void Replace(IEnumerable<Fault> replacements)
    {
        lock (faults)
        {
            faults.Clear();
            faults.AddRange(replacements.Where(fault => fault.Count > 0));
            isEmpty = faults.Count == 0;
        }
    }

    /// <summary>Processes the request, or serves the first fault whose match is part of the subject.</summary>
    public async Task RunAsync(HttpContext context, string subject, RequestDelegate process)
    {
        if (isEmpty || Take(subject) is not { } fault)
        {
            await process(context);
            return;
        }

        if (fault.DelayMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), clock, context.RequestAborted);
        if (fault.CloseConnection == FaultConnection.During)
            await CutAsync(context, fault.AfterBytes, process);
        else if (fault.CloseConnection is { } moment)
            await CloseAsync(context, moment, process);
        else if (fault.Status is { } status)
            await FaultAnswer.WriteAsync(context, status, fault);
        else
            await process(context);
    }

    private static async Task CutAsync(HttpContext context, long afterBytes, RequestDelegate process)
    {
        context.Response.Body = new CutStream(context.Response.Body, afterBytes, context.Abort);
        await process(context);
    }

    private async Task CloseAsync(HttpContext context, FaultConnection moment, RequestDelegate process)
    {
        if (moment == FaultConnection.After)
        {
            context.Response.Body = Stream.Null;
            await process(context);
        }

        if (context.Features.Get<RequestLogEntry>() is { } entry)
            log.Add(entry);
        context.Abort();
    }

    private Fault? Take(string subject)
    {
        lock (faults)
        {
            var index = faults.FindIndex(fault => subject.Contains(fault.Match, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
                return null;
            var fault = faults[index];
            if (fault.Count > 1)
                faults[index] = fault with { Count = fault.Count - 1 };
            else
                faults.RemoveAt(index);
            isEmpty = faults.Count == 0;
            return fault;
        }
    }
}
