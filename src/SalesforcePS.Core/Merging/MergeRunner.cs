using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soap;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Merging;

/// <summary>Merges records by SOAP, up to 200 in a request (api "merge()"). Those that were locked are tried again, they alone; one whose answer was lost is not.</summary>
/// <param name="options">An update's: it says how the master's values are written.</param>
public sealed class MergeRunner(SalesforceConnection connection, WriteOptions options)
{
    /// <summary>The most merges of one request.</summary>
    public const int LargestBatch = 200;

    private const int MostLockRetries = 3;

    private readonly EncoderSource encoders = new(connection.Schema, options, connection.Time.LocalTimeZone);
    private SalesforceException? fatal;

    /// <summary>One outcome for each merge, in their order; up to 200 merges.</summary>
    public async Task<IReadOnlyList<MergeOutcome>> MergeAsync(IReadOnlyList<MergeInput> merges, CancellationToken cancellation = default)
    {
        var outcomes = new Dictionary<MergeInput, MergeOutcome>(ReferenceEqualityComparer.Instance);
        var batch = new List<EncodedMerge>();
        foreach (var merge in merges)
        {
            if (await TryEncodeAsync(merge, outcomes, cancellation).ConfigureAwait(false) is { } encoded)
                batch.Add(encoded);
        }
        for (var retry = 0; batch.Count > 0; retry++)
        {
            if (retry > 0)
                await Task.Delay(TimeSpan.FromSeconds(1 << (retry - 1)), connection.Time, cancellation).ConfigureAwait(false);
            foreach (var outcome in await SendAsync(batch, cancellation).ConfigureAwait(false))
                outcomes[outcome.Input] = outcome;
            batch.RemoveAll(merge => retry == MostLockRetries || !IsLocked(outcomes[merge.Input]));
        }
        return [.. merges.Select(merge => outcomes[merge])];
    }

    private static bool IsLocked(MergeOutcome outcome) => outcome.Error?.ErrorCode == "UNABLE_TO_LOCK_ROW";

    private async ValueTask<EncodedMerge?> TryEncodeAsync(MergeInput merge, Dictionary<MergeInput, MergeOutcome> outcomes, CancellationToken cancellation)
    {
        try
        {
            if (merge.DuplicateIds.FirstOrDefault(id => !RecordId.IsOf(id, null)) is { } malformed)
                throw RecordException.From("MALFORMED_ID", $"'{malformed}' is no Id of a record.", "Id");
            return new EncodedMerge(merge, await encoders.EncodeAsync(merge.Master, cancellation).ConfigureAwait(false));
        }
        catch (SalesforceException refused)
        {
            outcomes[merge] = new MergeOutcome(merge) { Error = refused };
            return null;
        }
    }

    private static MergeOutcome Outcome(MergeInput merge, RecordAnswer answer) => answer.Success
        ? new MergeOutcome(merge) { Id = answer.Id, MergedIds = answer.MergedIds, UpdatedRelatedIds = answer.UpdatedRelatedIds }
        : new MergeOutcome(merge) { Error = RecordException.From(answer.Errors) };

    private async Task<IEnumerable<MergeOutcome>> SendAsync(List<EncodedMerge> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0)
            return [];
        try
        {
            if (fatal is not null)
                throw fatal;
            var answers = await new MergeCall(connection, options).SendAsync(batch, cancellation).ConfigureAwait(false);
            return answers.Count == batch.Count
                ? batch.Zip(answers, (merge, answer) => Outcome(merge.Input, answer)).ToList()
                : throw new OutcomeUnknownException($"Salesforce answered {answers.Count} results for {batch.Count} merges.");
        }
        catch (SalesforceException refused)
        {
            if (SalesforceErrors.IsFinal(refused))
                fatal = refused;
            return batch.Select(merge => new MergeOutcome(merge.Input) { Error = refused }).ToList();
        }
    }
}
