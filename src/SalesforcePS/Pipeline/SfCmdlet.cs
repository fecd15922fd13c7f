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

    /// <summary>Waits for the engine on the pipeline thread; what it throws ends the cmdlet with an error record.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> work, object? target)
    {
        try
        {
            return Task.Run(() => work(StopToken)).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (Translate(exception, target) is { } error)
        {
            ThrowTerminatingError(error);
            throw;
        }
    }

    private protected void Await(Func<CancellationToken, Task> work, object? target) =>
        Await(async token =>
        {
            await work(token).ConfigureAwait(false);
            return true;
        }, target);

    /// <summary>The error record for an exception of the engine; null for PowerShell's own way of ending a pipeline, which goes its way.</summary>
    private protected ErrorRecord? Translate(Exception exception, object? target)
    {
        if (exception is OperationCanceledException && StopToken.IsCancellationRequested)
            throw new PipelineStoppedException();
        return exception is SalesforceException refused ? ErrorRecords.Request(refused, target) : null;
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
