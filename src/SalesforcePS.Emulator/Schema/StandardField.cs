using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>
/// One line of a file in Schema/Standard. Flags: C create, U update, F filter, G group, S sort, N nillable,
/// D defaulted on create, R restricted picklist, I idLookup.
/// </summary>
internal sealed record StandardField(string Name, string Label, string Type, string Flags)
{
    public int? Length { get; init; }

    public int? Precision { get; init; }

    public int? Scale { get; init; }

    /// <summary>Name of a list in Picklists.json.</summary>
    public string? Values { get; init; }

    public bool NameField { get; init; }

    public bool Unique { get; init; }

    public string? AutoNumber { get; init; }

    public string? Expression { get; init; }

    /// <summary>A formula over the record, for values that change with the time.</summary>
    public string? Formula { get; init; }

    public string? Compound { get; init; }

    /// <summary>Parents' fields, as in <c>PricebookEntry.Product2Id</c>: the first that there is gives the value.</summary>
    public IReadOnlyList<string> Copy { get; init; } = [];

    public JsonElement? Default { get; init; }

    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>The reference may name every custom object too.</summary>
    public bool CustomParents { get; init; }

    public string? Relationship { get; init; }

    public string? Children { get; init; }

    public DeleteRule DeleteRule { get; init; }

    /// <summary>The reference is not allowed to lead back to the record itself.</summary>
    public bool Hierarchy { get; init; }

    public bool Has(char flag) => Flags.Contains(flag, StringComparison.Ordinal);
}
