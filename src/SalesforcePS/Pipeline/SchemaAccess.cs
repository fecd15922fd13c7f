using SalesforcePS.Core.Schema;

namespace SalesforcePS.Pipeline;

/// <summary>The describe answer for a cmdlet that waits for it.</summary>
internal static class SchemaAccess
{
    public static ObjectDescription Describe(SchemaCache schema, string objectType, bool isFresh, CancellationToken cancellation) =>
        Task.Run(() => isFresh ? schema.RefreshAsync(objectType, cancellation) : schema.GetAsync(objectType, cancellation).AsTask(), cancellation).GetAwaiter().GetResult();
}
