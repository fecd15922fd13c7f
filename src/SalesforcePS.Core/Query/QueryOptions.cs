namespace SalesforcePS.Core.Query;

/// <summary>How a query is run.</summary>
public sealed record QueryOptions
{
    /// <summary>Values for <c>:name</c> in the query, by name in any case.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Deleted records in the recycle bin and archived activities too (queryAll).</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Rows per page asked for, 200 to 2,000; Salesforce may give fewer. Null for its own choice, 2,000.</summary>
    public int? BatchSize { get; init; }
}
