using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Writing;

/// <summary>Sends one batch and makes an outcome for each of its records. Records that were locked are tried again, they alone.</summary>
internal sealed class BatchSender(SalesforceConnection connection, WriteOptions options)
{
    private const int MostLockRetries = 3;

    private readonly ExternalIdLookup lookup = new(connection, options);
    private SalesforceException? fatal;

    public async Task<IReadOnlyList<RecordOutcome>> SendAsync(IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        var outcomes = new List<RecordOutcome>(batch.Count);
        var waiting = batch;
        for (var retry = 0; waiting.Count > 0; retry++)
        {
            if (retry > 0)
                await Task.Delay(TimeSpan.FromSeconds(1 << (retry - 1)), connection.Time, cancellation).ConfigureAwait(false);
            var answered = await SendOnceAsync(waiting, cancellation).ConfigureAwait(false);
            var locked = retry < MostLockRetries && !options.AllOrNone
                ? answered.Where(pair => IsLocked(pair.Outcome)).Select(pair => pair.Record).ToList()
                : [];
            outcomes.AddRange(answered.Where(pair => locked.Count == 0 || !IsLocked(pair.Outcome)).Select(pair => pair.Outcome));
            waiting = locked;
        }
        return outcomes;
    }

    private static bool IsLocked(RecordOutcome outcome) => outcome.Error?.ErrorCode == "UNABLE_TO_LOCK_ROW";

    private async Task<IReadOnlyList<(EncodedRecord Record, RecordOutcome Outcome)>> SendOnceAsync(
        IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        if (fatal is not null)
            return FailAll(batch, NotSent(fatal));
        try
        {
            if (!options.UpdateOnly)
                return await CallAsync(options, batch, cancellation).ConfigureAwait(false);
            var (found, missing) = await lookup.FindAsync(batch, cancellation).ConfigureAwait(false);
            var updates = found.Count == 0
                ? []
                : await CallAsync(options with { Operation = RecordOperation.Update }, found, cancellation).ConfigureAwait(false);
            return [.. updates, .. missing];
        }
        catch (SalesforceException refused)
        {
            // Without a session, or without API calls left, the next batch would fail in the same way.
            if (refused is AuthenticationException or RequestLimitException)
                fatal = refused;
            return FailAll(batch, refused);
        }
    }

    private async Task<IReadOnlyList<(EncodedRecord, RecordOutcome)>> CallAsync(
        WriteOptions effective, IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        var call = new RecordCall(connection, effective);
        var answers = await call.SendAsync(batch, cancellation).ConfigureAwait(false);
        return [.. batch.Zip(answers, (record, answer) => (record, Outcome(record, answer, call.WasRepeated)))];
    }

    private RecordOutcome Outcome(EncodedRecord record, RecordAnswer answer, bool wasRepeated)
    {
        // The first, unanswered, attempt may have deleted it: it is gone, as was asked.
        var isGone = wasRepeated && options.Operation == RecordOperation.Delete && answer.Errors is [{ StatusCode: "ENTITY_IS_DELETED" }, ..];
        return answer.Success || isGone
            ? new RecordOutcome(record.Record)
            {
                Id = answer.Id ?? record.Id,
                Created = answer.Created || options.Operation == RecordOperation.Insert,
            }
            : new RecordOutcome(record.Record) { Id = record.Id, Error = RecordException.From(answer.Errors) };
    }

    private static IReadOnlyList<(EncodedRecord, RecordOutcome)> FailAll(IReadOnlyList<EncodedRecord> batch, SalesforceException error) =>
        [.. batch.Select(record => (record, new RecordOutcome(record.Record) { Id = record.Id, Error = error }))];

    private static SalesforceException NotSent(SalesforceException fatal) =>
        new($"The record was not sent, because an earlier request failed for good: {fatal.Message}", fatal)
        {
            ErrorCode = fatal.ErrorCode,
            StatusCode = fatal.StatusCode,
        };
}
