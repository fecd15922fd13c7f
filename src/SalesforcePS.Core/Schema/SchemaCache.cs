using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Schema;

/// <summary>The org's describe answers. Each object costs one API call per session; a failure is not remembered.</summary>
public sealed class SchemaCache
{
    private readonly SalesforceConnection connection;
    private readonly SchemaStore store;

    /// <param name="shared">A cache of the same session whose answers serve here too; null for none.</param>
    internal SchemaCache(SalesforceConnection connection, SchemaCache? shared = null) =>
        (this.connection, store) = (connection, shared?.store ?? new SchemaStore());

    /// <summary>The names of the org's limits; null before they were asked for.</summary>
    internal IReadOnlyList<string>? LimitNames { get => store.LimitNames; set => store.LimitNames = value; }

    /// <summary>The description if it was asked for before; costs nothing.</summary>
    public ObjectDescription? Find(string objectName) => store.Objects.GetValueOrDefault(objectName);

    /// <exception cref="SalesforceException">The org has no such object, or the user may not see it (<c>NOT_FOUND</c>).</exception>
    public ValueTask<ObjectDescription> GetAsync(string objectName, CancellationToken cancellation) =>
        Find(objectName) is { } known ? new(known) : new(RefreshAsync(objectName, cancellation));

    /// <summary>Asks the org again: for a field that was added since.</summary>
    public async Task<ObjectDescription> RefreshAsync(string objectName, CancellationToken cancellation)
    {
        var path = $"{connection.RestPath}/sobjects/{Uri.EscapeDataString(objectName)}/describe";
        try
        {
            var description = await RestJson.GetAsync(connection, path, DescribeReader.Read, cancellation).ConfigureAwait(false);
            store.Objects[objectName] = description;
            return description;
        }
        catch (SalesforceException missing) when (missing.StatusCode == 404)
        {
            throw new SalesforceException($"The org has no object '{objectName}', or the user may not see it. Custom objects end in '__c'.", missing)
            {
                ErrorCode = missing.ErrorCode,
                StatusCode = missing.StatusCode,
            };
        }
    }

    /// <summary>All objects that the user sees (describeGlobal); asked for once.</summary>
    public ValueTask<IReadOnlyList<ObjectSummary>> GetObjectsAsync(CancellationToken cancellation) =>
        store.Global is { } known ? new(known) : new(RefreshObjectsAsync(cancellation));

    /// <summary>Asks the org again: for an object that was added since.</summary>
    public async Task<IReadOnlyList<ObjectSummary>> RefreshObjectsAsync(CancellationToken cancellation) =>
        store.Global = await RestJson.GetAsync(connection, $"{connection.RestPath}/sobjects", DescribeReader.ReadGlobal, cancellation).ConfigureAwait(false);

    /// <summary>The object that a record's Id belongs to, by the Id's first three characters; null where none has them.</summary>
    public async ValueTask<string?> FindObjectOfIdAsync(string id, CancellationToken cancellation) =>
        id.Length < 3 ? null : ObjectOf(id, await GetObjectsAsync(cancellation).ConfigureAwait(false));

    /// <summary>The same as far as the session knows it; costs nothing.</summary>
    public string? FindKnownObjectOfId(string id) => ObjectOf(id, store.Global ?? store.Objects.Values.Select(description => description.Summary));

    private static string? ObjectOf(string id, IEnumerable<ObjectSummary> known)
    {
        var restored = RecordId.RestoreCase(id);
        return known.FirstOrDefault(summary => summary.KeyPrefix is { } prefix && restored.StartsWith(prefix, StringComparison.Ordinal))?.Name;
    }
}
