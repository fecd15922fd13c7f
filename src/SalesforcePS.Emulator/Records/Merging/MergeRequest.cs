namespace SalesforcePS.Emulator.Records.Merging;

/// <summary>The master with the fields that it is to have afterwards, and the one or two records that go into it.</summary>
internal sealed record MergeRequest(RecordInput Master, IReadOnlyList<string> RecordIds);
