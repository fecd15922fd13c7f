namespace SalesforcePS.Emulator.Records.Merging;

internal static class MergeErrors
{
    public static RecordError BadMasterId(string id) => new(StatusCode.MalformedId, $"bad id in masterRecord: {id}", []);

    /// <summary>Recorded with this name of the argument, which the schema calls recordToMergeIds.</summary>
    public static RecordError BadRecordId(string id) => new(StatusCode.MalformedId, $"bad id in recordsToMerge: {id}", []);

    public static RecordError Repeated(string id) =>
        new(StatusCode.MergeFailed, $"a record cannot be merged with itself, and with no other twice: {id}", []);

    public static RecordError WrongNumber() =>
        new(StatusCode.LimitExceeded, "a merge takes one or two records besides the master", []);
}
