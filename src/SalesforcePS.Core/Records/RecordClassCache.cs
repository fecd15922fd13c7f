using System.Collections.Concurrent;

namespace SalesforcePS.Core.Records;

/// <summary>One class per distinct schema: an assembly made at run time stays for the life of the process.</summary>
internal sealed class RecordClassCache
{
    private readonly ConcurrentDictionary<string, Lazy<RecordClass>> classes = new(StringComparer.Ordinal);

    public RecordClass Get(string objectType, IReadOnlyList<string> names) =>
        classes.GetOrAdd(
            $"{objectType}\n{string.Join('\n', names)}",
            static (_, schema) => new Lazy<RecordClass>(() => new RecordClass(schema)),
            new RecordSchema(objectType, names)).Value;
}
