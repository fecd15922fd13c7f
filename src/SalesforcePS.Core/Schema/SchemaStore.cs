using System.Collections.Concurrent;

namespace SalesforcePS.Core.Schema;

/// <summary>The describe answers of a session, whoever of its users asked.</summary>
internal sealed class SchemaStore
{
    private volatile IReadOnlyList<ObjectSummary>? global;

    public ConcurrentDictionary<string, ObjectDescription> Objects { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All objects that the user sees; null before they were asked for.</summary>
    public IReadOnlyList<ObjectSummary>? Global
    {
        get => global;
        set => global = value;
    }
}
