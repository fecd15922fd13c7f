using System.Management.Automation;
using System.Threading.Channels;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Pipeline;

/// <summary>
/// Carries inputs from the pipeline to the engine and outcomes back, so that requests run while the pipeline makes the next inputs.
/// Inputs and outcomes are counted: they must be equal in the end.
/// </summary>
internal abstract class Pump<TInput, TOutcome>
{
    private const int Capacity = 400;

    private readonly Channel<TInput> inputs = Channel.CreateBounded<TInput>(Capacity);
    private readonly Mailbox mailbox = new();
    private readonly Action<TOutcome> handle;
    private readonly CancellationToken stopping;
    private readonly Task worker;
    private int sent;
    private int received;

    /// <param name="create">Makes what does the work, given the way by which it says something in the pipeline from any thread.</param>
    /// <param name="handle">Says an outcome in the pipeline; called on the pipeline thread.</param>
    protected Pump(
        Func<Action<Action<Cmdlet>>, Func<IAsyncEnumerable<TInput>, CancellationToken, IAsyncEnumerable<TOutcome>>> create,
        Action<TOutcome> handle,
        CancellationToken stopping)
    {
        (this.handle, this.stopping) = (handle, stopping);
        var work = create(Say);
        worker = Task.Run(() => WorkAsync(work), CancellationToken.None);
    }

    protected abstract bool IsRefusal(TOutcome outcome);

    /// <summary>Hands an input over and says the outcomes that have come meanwhile. Waits while the engine is behind.</summary>
    public void Send(Cmdlet cmdlet, TInput input)
    {
        while (!inputs.Writer.TryWrite(input))
        {
            Task.WhenAny(mailbox.WaitAsync(stopping), inputs.Writer.WaitToWriteAsync(stopping).AsTask()).Unwrap().GetAwaiter().GetResult();
            mailbox.Drain(cmdlet);
        }
        sent++;
        mailbox.Drain(cmdlet);
    }

    /// <summary>Waits for the outcomes of all inputs sent.</summary>
    /// <exception cref="ProtocolException">There are not as many outcomes as inputs.</exception>
    public void Complete(Cmdlet cmdlet)
    {
        inputs.Writer.TryComplete();
        while (mailbox.WaitAsync(stopping).GetAwaiter().GetResult())
            mailbox.Drain(cmdlet);
        if (sent != received)
            throw new ProtocolException($"{sent} records went in and {received} outcomes came out: {Math.Abs(sent - received)} records are not accounted for.");
    }

    /// <summary>Waits until the cancelled worker has let go of the connection.</summary>
    public void WaitForWorker() => Task.WaitAny(worker);

    private async Task WorkAsync(Func<IAsyncEnumerable<TInput>, CancellationToken, IAsyncEnumerable<TOutcome>> work)
    {
        try
        {
            await foreach (var outcome in work(inputs.Reader.ReadAllAsync(stopping), stopping).ConfigureAwait(false))
                await SayAsync(outcome).ConfigureAwait(false);
            mailbox.Close();
        }
        catch (Exception exception)
        {
            mailbox.Close(exception);
        }
    }

    /// <summary>A refusal is waited for until the pipeline has it: where -ErrorAction Stop ends there, no further request goes out.</summary>
    private async ValueTask SayAsync(TOutcome outcome)
    {
        var said = !IsRefusal(outcome) ? null : new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await mailbox.PostAsync(_ =>
        {
            Handle(outcome);
            said?.SetResult();
        }, stopping).ConfigureAwait(false);
        if (said is not null)
            await said.Task.WaitAsync(stopping).ConfigureAwait(false);
    }

    private void Say(Action<Cmdlet> letter) => mailbox.PostAsync(letter, stopping).AsTask().GetAwaiter().GetResult();

    private void Handle(TOutcome outcome)
    {
        received++;
        handle(outcome);
    }
}
