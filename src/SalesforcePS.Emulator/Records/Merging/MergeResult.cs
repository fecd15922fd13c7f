namespace SalesforcePS.Emulator.Records.Merging;

/// <summary>What became of a merge: the records that are gone, and those that now belong to the master.</summary>
internal sealed record MergeResult(
    string? Id, IReadOnlyList<RecordError> Errors, IReadOnlyList<string> MergedRecordIds, IReadOnlyList<string> UpdatedRelatedIds)
{
    public bool Success => Errors.Count == 0;

    public static MergeResult Failed(string? id, params IReadOnlyList<RecordError> errors) => new(id, errors, [], []);
}
