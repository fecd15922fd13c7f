namespace SalesforcePS.Emulator.Records;

internal sealed record RecordError(string StatusCode, string Message, IReadOnlyList<string> Fields)
{
    /// <summary>The records that one external id value matched; REST answers 300 with them.</summary>
    public IReadOnlyList<string> MatchingIds { get; init; } = [];

    /// <summary>True where REST refuses the request before it looks at a record: such an error has no list of fields.</summary>
    public bool IsOfRequest { get; init; }

    /// <summary>What a duplicate rule found.</summary>
    public DuplicateFinding? Duplicates { get; init; }
}
