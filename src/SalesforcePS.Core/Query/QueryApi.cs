namespace SalesforcePS.Core.Query;

/// <summary>What a query goes over.</summary>
public enum QueryApi
{
    /// <summary>REST; Bulk 2.0 for what has more than <see cref="QueryRunner.BulkThreshold"/> rows, where it can take the query.</summary>
    Auto,
    Rest,

    /// <summary>Bulk 2.0.</summary>
    Bulk,

    /// <summary>Bulk 1.0.</summary>
    Bulk1,
}
