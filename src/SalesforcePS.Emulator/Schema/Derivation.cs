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

    /// <summary>The same derivation where fields are others of the same names.</summary>
    public Derivation Over(IReadOnlyList<SObjectField> fields)
    {
        return new(Same(Source), valuesBySource.ToDictionary(
            pair => pair.Key,
            IReadOnlyList<(SObjectField, object?)> (pair) => [.. pair.Value.Select(following => (Same(following.Field), following.Column))],
            StringComparer.OrdinalIgnoreCase));

        SObjectField Same(SObjectField field) => fields.First(other => other.Name == field.Name);
    }

    /// <summary>Stands for the moment of the write.</summary>
    internal sealed record Now
    {
        public static readonly Now Value = new();
    }
}
