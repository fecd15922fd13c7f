using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Retrieving;

/// <summary>Tells which of the records that did not come are deleted: neither REST nor SOAP says so itself.</summary>
internal sealed class DeletedRecords(SalesforceConnection connection)
{
    private const int SignificantLength = 15;

    /// <summary>The first 15 characters, by which Ids of either length are the same.</summary>
    public static string KeyOf(string id) => RecordId.RestoreCase(id)[..SignificantLength];

    /// <summary>The keys of those that are deleted. Empty where the object keeps no deleted records, or cannot be queried.</summary>
    public async Task<HashSet<string>> FindAsync(ObjectDescription description, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var deleted = new HashSet<string>(StringComparer.Ordinal);
        if (ids.Count == 0 || description.FindField("IsDeleted") is null)
            return deleted;
        var options = new QueryOptions { IncludeDeleted = true, Parameters = new Dictionary<string, object?> { ["ids"] = ids } };
        var query = $"SELECT Id FROM {description.Name} WHERE Id IN :ids AND IsDeleted = true";
        try
        {
            await foreach (var page in new QueryRunner(connection).ReadPagesAsync(query, options, cancellation).ConfigureAwait(false))
                deleted.UnionWith(page.Cast<SalesforceRecord>().Select(row => KeyOf((string)row.values[0]!)));
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            // It cannot be queried; what is missing is then only known to be missing.
        }
        return deleted;
    }
}
