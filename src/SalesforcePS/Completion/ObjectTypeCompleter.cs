using System.Collections;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Completion;

/// <summary>Completes API names of objects.</summary>
public sealed class ObjectTypeCompleter : SessionCompleter
{
    private protected override IEnumerable<string> Names(SchemaCache schema, IDictionary boundParameters) =>
        Ask(schema.GetObjectsAsync)?.Select(summary => summary.Name) ?? [];
}
