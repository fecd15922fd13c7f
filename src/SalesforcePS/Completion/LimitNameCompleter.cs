using System.Collections;
using SalesforcePS.Core.Limits;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Completion;

/// <summary>Completes the names of the org's limits.</summary>
public sealed class LimitNameCompleter : SessionCompleter
{
    private protected override IEnumerable<string> Names(SalesforceConnection connection, IDictionary boundParameters) =>
        Ask(new OrgLimits(connection).GetNamesAsync) ?? [];
}
