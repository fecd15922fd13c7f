namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>A checked part of a formula.</summary>
internal abstract class FormulaExpression(FormulaType type)
{
    public FormulaType Type => type;

    /// <summary>A decimal, string, bool, DateOnly, DateTime in UTC, TimeOnly or GeoPoint, or null for blank.</summary>
    public abstract object? Evaluate(FormulaScope scope);
}
