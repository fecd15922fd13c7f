using Polly;
using Polly.Retry;

namespace SalesforcePS.Core.Http;

/// <summary>Exponential back-off with jitter, 0.5 s doubled, five repeats; <c>Retry-After</c> has the last word, up to two minutes.</summary>
internal sealed class RetryPolicy(TimeProvider time)
{
    private static readonly ResiliencePropertyKey<RequestSafety> SafetyKey = new("SalesforcePS.Safety");
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(
                RetryRule.MayRepeat(arguments.Outcome.Exception, arguments.Context.Properties.GetValue(SafetyKey, RequestSafety.Once))),
            MaxRetryAttempts = 5,
            Delay = TimeSpan.FromSeconds(0.5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Exception)),
        })
        .Build();

    public async ValueTask<T> ExecuteAsync<T>(RequestSafety safety, Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(SafetyKey, safety);
        try
        {
            return await pipeline.ExecuteAsync(
                static (context, attempt) => attempt(context.CancellationToken), context, attempt).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public AttemptDeadline StartAttempt(TimeSpan longest, CancellationToken cancellation) => new(time, longest, cancellation);

    private static TimeSpan? RetryAfter(Exception? exception) =>
        exception?.Data[nameof(RetryAfter)] is TimeSpan wait ? (wait < LongestWait ? wait : LongestWait) : null;

    /// <summary>Notes on the exception how long the server asked to be left alone.</summary>
    public void Note(Exception exception, HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        if ((header?.Delta ?? header?.Date - time.GetUtcNow()) is { } wait && wait > TimeSpan.Zero)
            exception.Data[nameof(RetryAfter)] = wait;
    }
}
