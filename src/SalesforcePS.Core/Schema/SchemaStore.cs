using System.Collections.Concurrent;

namespace SalesforcePS.Core.Schema;

/// <summary>The describe answers of a session, whoever of its users asked.</summary>
internal sealed class SchemaStore
{
    private volatile IReadOnlyList<ObjectSummary>? global;
    private volatile IReadOnlyList<string>? limitNames;

    public ConcurrentDictionary<string, ObjectDescription> Objects { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All objects that the user sees; null before they were asked for.</summary>
    public IReadOnlyList<ObjectSummary>? Global
    {
        get => global;
        set => global = value;
    }

    /// <summary>The names of the org's limits; null before they were asked for.</summary>
    public IReadOnlyList<string>? LimitNames
    {
        get => limitNames;
        set => limitNames = value;
    }
}
