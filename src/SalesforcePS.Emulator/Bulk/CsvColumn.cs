namespace SalesforcePS.Emulator.Bulk;

/// <summary>What a column of an upload sets: the record's Id, a field, or a reference by a key of its parent.</summary>
/// <param name="Name">The field, or the relationship where there is a key.</param>
/// <param name="Type">The sObject that a polymorphic relationship leads to.</param>
/// <param name="Key">The parent's field that the value is looked up in.</param>
internal sealed record CsvColumn(string Name, string? Type = null, string? Key = null)
{
    public bool IsId => Key is null && Name.Equals("Id", StringComparison.OrdinalIgnoreCase);
}
