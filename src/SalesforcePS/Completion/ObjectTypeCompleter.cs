using System.Collections;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Completion;

/// <summary>Completes API names of objects.</summary>
public sealed class ObjectTypeCompleter : SessionCompleter
{
    private protected override IEnumerable<string> Names(SalesforceConnection connection, IDictionary boundParameters) =>
        Ask(connection.Schema.GetObjectsAsync)?.Select(summary => summary.Name) ?? [];
}
