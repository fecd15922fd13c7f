using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>Sends one batch and makes an outcome for each of its records. Records that were locked are tried again, they alone.</summary>
internal sealed class BatchSender(SalesforceConnection connection, WriteOptions options, IBatchTransport transport)
{
    private const int MostLockRetries = 3;

    private readonly bool updatesOnly = options is { Operation: RecordOperation.Upsert, UpdateOnly: true };
    private SalesforceException? fatal;

    public async Task<IReadOnlyList<RecordOutcome>> SendAsync(IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        var outcomes = new List<RecordOutcome>(batch.Count);
        var waiting = updatesOnly && !options.IsKeyedById ? await FindAsync(batch, outcomes, cancellation).ConfigureAwait(false) : batch;
        for (var retry = 0; waiting.Count > 0; retry++)
        {
            if (retry > 0)
                await Task.Delay(TimeSpan.FromSeconds(1 << (retry - 1)), connection.Time, cancellation).ConfigureAwait(false);
            var answered = await SendOnceAsync(waiting, cancellation).ConfigureAwait(false);
            var mayRetry = retry < MostLockRetries && !options.AllOrNone;
            outcomes.AddRange(answered.Where(pair => !(mayRetry && IsLocked(pair.Outcome))).Select(pair => pair.Outcome));
            waiting = [.. answered.Where(pair => mayRetry && IsLocked(pair.Outcome)).Select(pair => pair.Record)];
        }
        return outcomes;
    }

    /// <summary>The outcomes of records that are not sent, because another one of their request was refused and all or none are to be written.</summary>
    public static IEnumerable<RecordOutcome> RollBack(IReadOnlyList<EncodedRecord> batch) =>
        FailAll(batch, RecordException.From(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "The record was not sent, because another one of its request was refused and all or none are to be written.")).Select(pair => pair.Outcome);

    private static bool IsLocked(RecordOutcome outcome) => outcome.Error?.ErrorCode == "UNABLE_TO_LOCK_ROW";

    /// <summary>The records with their Ids; those that are not in the org have their outcomes with that.</summary>
    private async Task<IReadOnlyList<EncodedRecord>> FindAsync(
        IReadOnlyList<EncodedRecord> batch, List<RecordOutcome> outcomes, CancellationToken cancellation)
    {
        if (fatal is not null)
            return batch;
        try
        {
            var lookup = new ExternalIdLookup(connection, options.ExternalIdField!);
            var (found, missing) = await lookup.FindAsync(batch, cancellation).ConfigureAwait(false);
            outcomes.AddRange(missing);
            if (!options.AllOrNone || missing.Count == 0)
                return found;
            outcomes.AddRange(RollBack(found));
        }
        catch (SalesforceException refused)
        {
            RememberFatal(refused);
            outcomes.AddRange(FailAll(batch, refused).Select(pair => pair.Outcome));
        }
        return [];
    }

    private async Task<IReadOnlyList<(EncodedRecord Record, RecordOutcome Outcome)>> SendOnceAsync(
        IReadOnlyList<EncodedRecord> batch, CancellationToken cancellation)
    {
        if (fatal is not null)
            return FailAll(batch, NotSent(fatal));
        try
        {
            var call = transport.CreateCall(connection, updatesOnly ? options with { Operation = RecordOperation.Update } : options);
            var answers = await call.SendAsync(batch, cancellation).ConfigureAwait(false);
            if (answers.Count != batch.Count)
                throw new OutcomeUnknownException($"Salesforce answered {answers.Count} results for {batch.Count} records.");
            return [.. batch.Zip(answers, (record, answer) => (record, Outcome(record, answer, call.HasLostAnswer)))];
        }
        catch (SalesforceException refused)
        {
            RememberFatal(refused);
            return FailAll(batch, refused);
        }
    }

    private void RememberFatal(SalesforceException refused)
    {
        if (SalesforceErrors.IsFinal(refused))
            fatal = refused;
    }

    private RecordOutcome Outcome(EncodedRecord record, RecordAnswer answer, bool hasLostAnswer)
    {
        // The first, unanswered, attempt may have deleted it: it is gone, as was asked.
        var isGone = hasLostAnswer && options.Operation == RecordOperation.Delete && answer.Errors is [{ StatusCode: "ENTITY_IS_DELETED" }, ..];
        // The first, unanswered, attempt may have restored it: then it is not in the recycle bin any more.
        var mayBeBack = hasLostAnswer && options.Operation == RecordOperation.Undelete && answer.Errors is [{ StatusCode: "UNDELETE_FAILED" }, ..];
        if (mayBeBack)
            return new RecordOutcome(record.Record)
            {
                Id = record.Id,
                Error = new OutcomeUnknownException($"The first answer was lost, and the second is: {answer.Errors[0].Message}. It may have been restored; Get-SfRecord tells."),
            };
        return answer.Success || isGone
            ? new RecordOutcome(record.Record)
            {
                Id = answer.Id ?? record.Id,
                Created = answer.Created || options.Operation == RecordOperation.Insert,
            }
            : new RecordOutcome(record.Record) { Id = record.Id, Error = RecordException.From(answer.Errors) };
    }

    private static IReadOnlyList<(EncodedRecord Record, RecordOutcome Outcome)> FailAll(IReadOnlyList<EncodedRecord> batch, SalesforceException error) =>
        [.. batch.Select(record => (record, new RecordOutcome(record.Record) { Id = record.Id, Error = error }))];

    /// <summary>Of the kind of the failure that stopped it, so that scripts see one error for both.</summary>
    private static SalesforceException NotSent(SalesforceException fatal)
    {
        var message = $"The record was not sent, because an earlier request failed for good: {fatal.Message}";
        return fatal is AuthenticationException
            ? new AuthenticationException(message, fatal) { ErrorCode = fatal.ErrorCode, StatusCode = fatal.StatusCode }
            : new RequestLimitException(message, fatal) { ErrorCode = fatal.ErrorCode, StatusCode = fatal.StatusCode };
    }
}
