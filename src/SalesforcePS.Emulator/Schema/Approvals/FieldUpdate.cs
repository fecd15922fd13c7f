using SalesforcePS.Emulator.Formulas;

namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>An action of an approval process: it gives a field of the record another value.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Field">The field.</param>
/// <param name="Operation">Where the value comes from.</param>
internal sealed record FieldUpdate(string Name, SObjectField Field, FieldUpdateOperation Operation)
{
    /// <summary>Of a literal: the value, as its column holds it.</summary>
    public object? Column { get; init; }

    public Formula? Formula { get; init; }

    /// <summary>Of a lookup: what the field is to refer to.</summary>
    public FieldUpdateTarget? Lookup { get; init; }
}
