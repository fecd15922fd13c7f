using System.Management.Automation;
using SalesforcePS.Core.Errors;
using SalesforcePS.Errors;

namespace SalesforcePS.Pipeline;

/// <summary>The base of all cmdlets: stops within the moment on Ctrl+C, and turns the engine's exceptions into error records.</summary>
public abstract class SfCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    /// <summary>Cancelled by Ctrl+C, and when the cmdlet is done, however it ends.</summary>
    private protected CancellationToken StopToken => stop.Token;

    protected override void StopProcessing() => stop.Cancel();

    /// <summary>Waits for the engine on the pipeline thread; what it refuses ends the cmdlet with an error record.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> work, object? target)
    {
        T result = default!;
        Guard(() => result = Task.Run(() => work(StopToken)).GetAwaiter().GetResult(), target);
        return result;
    }

    /// <summary>Runs what calls the engine. PowerShell's own ways of ending a pipeline are no exceptions of the engine and go their way.</summary>
    private protected void Guard(Action work, object? target)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (SalesforceException refused)
        {
            ThrowTerminatingError(ErrorRecords.Request(refused, target));
        }
    }

    /// <summary>PowerShell disposes a cmdlet in whichever way its pipeline ends, <c>Select-Object -First</c> included.</summary>
    public void Dispose()
    {
        stop.Cancel();
        DisposeWork();
        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Called when the cmdlet is over and its token is cancelled: nothing may run on after this.</summary>
    private protected virtual void DisposeWork()
    {
    }
}
