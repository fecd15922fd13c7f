namespace SalesforcePS.Emulator.Schema;

/// <param name="DeveloperName">Its API name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Active">Whether records may have it.</param>
/// <param name="Values">By picklist field: the values that its records may have.</param>
internal sealed record RecordTypeDefinition(
    string DeveloperName, string Label, string? Description, bool Active, IReadOnlyDictionary<string, IReadOnlyList<PicklistValue>> Values)
{
    /// <summary>Known once the database has its record.</summary>
    public string Id { get; internal set; } = "";
}
