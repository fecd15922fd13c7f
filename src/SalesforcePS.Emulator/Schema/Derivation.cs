namespace SalesforcePS.Emulator.Schema;

/// <summary>Fields whose values follow from a picklist's, as Probability and IsClosed follow from an opportunity's StageName.</summary>
internal sealed class Derivation(
    SObjectField source, IReadOnlyDictionary<string, IReadOnlyList<(SObjectField Field, object? Column)>> valuesBySource)
{
    /// <summary>Key of the values for all picklist values that are not named.</summary>
    public const string Otherwise = "*";

    public SObjectField Source { get; } = source;

    public IReadOnlyList<(SObjectField Field, object? Column)> ValuesFor(string? sourceValue) =>
        valuesBySource.GetValueOrDefault(sourceValue ?? Otherwise) ?? valuesBySource.GetValueOrDefault(Otherwise) ?? [];

    /// <summary>Stands for the moment of the write.</summary>
    internal sealed record Now
    {
        public static readonly Now Value = new();
    }
}
