namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>The arguments of one call. Each is evaluated when it is asked for, and so not at all where it is not.</summary>
internal readonly struct FormulaArguments(IReadOnlyList<FormulaExpression> arguments, FormulaScope scope)
{
    public int Count => arguments.Count;

    public FormulaScope Scope => scope;

    public object? this[int index] => arguments[index].Evaluate(scope);

    public FormulaType TypeOf(int index) => arguments[index].Type;

    public decimal? Number(int index) => this[index] as decimal?;

    /// <summary>Blank text is no text.</summary>
    public string Text(int index) => this[index] as string ?? "";

    public bool? Boolean(int index) => this[index] as bool?;

    /// <summary>A blank condition is false.</summary>
    public bool IsTrue(int index) => this[index] is true;

    /// <summary>A whole number as a position or count; blank is 0.</summary>
    public int Whole(int index) => (int)Math.Clamp(decimal.Truncate(Number(index) ?? 0), int.MinValue, int.MaxValue);

    public object? Before(int index) => arguments[index].Evaluate(scope.Before);
}
