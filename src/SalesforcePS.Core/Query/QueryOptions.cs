using SalesforcePS.Core.Bulk;

namespace SalesforcePS.Core.Query;

/// <summary>How a query is run.</summary>
public sealed record QueryOptions
{
    /// <summary>Values for <c>:name</c> in the query, by name in any case.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Deleted records in the recycle bin and archived activities too (queryAll).</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Rows per page asked for, 200 to 2,000; Salesforce may give fewer. Null for its own choice, 2,000. REST only.</summary>
    public int? BatchSize { get; init; }

    public QueryApi Api { get; init; } = QueryApi.Rest;

    /// <summary>Bulk rows come as their result pages arrive, in no order.</summary>
    public bool Unordered { get; init; }

    /// <summary>Result pages of a bulk job under way at once.</summary>
    public int ThrottleLimit { get; init; } = 5;

    /// <summary>
    /// Lets Bulk 1.0 split the query by ranges of so many Ids, 1 to 250,000, so that each is read in time from a table of millions; null
    /// does not split. Salesforce does not split what has LIMIT, ORDER BY or a filter on an Id.
    /// </summary>
    public int? PkChunkSize { get; init; }

    /// <summary>Told what was chosen, and why. Called on any thread.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Told a bulk job's state whenever it is asked for. Called on any thread.</summary>
    public Action<BulkJob>? JobSeen { get; init; }
}
