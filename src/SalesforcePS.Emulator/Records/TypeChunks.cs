namespace SalesforcePS.Emulator.Records;

/// <summary>Records of one type that stand together are a chunk; a call takes ten of them (REST API guide, sObject collections).</summary>
internal static class TypeChunks
{
    private const int Most = 10;

    public static void Check(IReadOnlyList<RecordInput> records)
    {
        var chunks = 0;
        for (var index = 0; index < records.Count; index++)
        {
            if (index == 0 || !string.Equals(records[index].Type, records[index - 1].Type, StringComparison.OrdinalIgnoreCase))
                chunks++;
        }

        if (chunks > Most)
        {
            throw new ApiException(
                "LIMIT_EXCEEDED", FormattableString.Invariant($"Cannot have more than {Most} chunks in a single operation. Please rearrange the data to reduce chunking."));
        }
    }
}
