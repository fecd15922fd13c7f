namespace SalesforcePS.Emulator.Records;

/// <summary>The rule that found a record to be a duplicate, and the records that it duplicates.</summary>
internal sealed record DuplicateFinding(string Rule, string TypeName, bool AllowSave, IReadOnlyList<StoredRecord> Matches)
{
    /// <summary>Rules of this org compare for equality.</summary>
    public const string MatchEngine = "ExactMatchEngine";

    public const double MatchConfidence = 100;
}
