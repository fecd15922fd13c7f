using System.Collections;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Completion;

/// <summary>Completes the fields of the object in -ObjectType, or of the first where there are several.</summary>
public sealed class FieldCompleter : SessionCompleter
{
    private protected override IEnumerable<string> Names(SchemaCache schema, IDictionary boundParameters) =>
        ObjectTypeIn(boundParameters) is { } objectType && Ask(token => schema.GetAsync(objectType, token)) is { } description
            ? description.Fields.Select(field => field.Name)
            : [];

    private static string? ObjectTypeIn(IDictionary boundParameters) => boundParameters["ObjectType"] switch
    {
        string one => one,
        object[] several => several.FirstOrDefault()?.ToString(),
        _ => null,
    };
}
