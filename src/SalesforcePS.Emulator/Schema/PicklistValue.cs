namespace SalesforcePS.Emulator.Schema;

internal sealed record PicklistValue(string Value, string Label, bool Active, bool IsDefault)
{
    /// <summary>Of a lead's status: it stands for converted leads.</summary>
    public bool IsConverted { get; init; }

    /// <summary>Of a dependent picklist: the values of the controlling field that this one goes with.</summary>
    public IReadOnlyList<string> ValidFor { get; init; } = [];
}
