using System.Collections;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Completion;

/// <summary>Completes the fields of the object in -ObjectType, or of the first where there are several.</summary>
public sealed class FieldCompleter : SessionCompleter
{
    private protected override IEnumerable<string> Names(SalesforceConnection connection, IDictionary boundParameters) =>
        ObjectTypeIn(boundParameters) is { } objectType && Ask(token => connection.Schema.GetAsync(objectType, token)) is { } description
            ? description.Fields.Select(field => field.Name)
            : [];

    private static string? ObjectTypeIn(IDictionary boundParameters) => boundParameters["ObjectType"] switch
    {
        string one => one,
        object[] several => several.FirstOrDefault()?.ToString(),
        _ => null,
    };
}
