namespace SalesforcePS.Emulator.Schema;

/// <param name="DeveloperName">Its API name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Active">Whether records may have it.</param>
/// <param name="Values">By picklist field: the values that its records may have.</param>
internal sealed record RecordTypeDefinition(
    string DeveloperName, string Label, string? Description, bool Active, IReadOnlyDictionary<string, IReadOnlyList<PicklistValue>> Values)
{
    /// <summary>The record type of records that have none; its Id is the same in every org.</summary>
    public static readonly RecordTypeDefinition Master =
        new("Master", "Master", Description: null, Active: true, new Dictionary<string, IReadOnlyList<PicklistValue>>()) { Id = "012000000000000AAA" };

    public bool IsMaster => ReferenceEquals(this, Master);

    /// <summary>Known once the database has its record.</summary>
    public string Id { get; internal set; } = "";
}
