using System.Collections;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Completion;

/// <summary>Completes the fields of the object in -ObjectType by which records can be found.</summary>
public sealed class ExternalIdFieldCompleter : SessionCompleter
{
    private protected override IEnumerable<string> Names(SalesforceConnection connection, IDictionary boundParameters) =>
        boundParameters["ObjectType"] is string objectType && Ask(token => connection.Schema.GetAsync(objectType, token)) is { } description
            ? description.Fields.Where(field => field.ExternalId || field.IdLookup).Select(field => field.Name)
            : [];
}
