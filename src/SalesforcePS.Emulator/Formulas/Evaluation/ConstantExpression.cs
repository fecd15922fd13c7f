namespace SalesforcePS.Emulator.Formulas.Evaluation;

internal sealed class ConstantExpression(object? value, FormulaType type) : FormulaExpression(type)
{
    public object? Value => value;

    public override object? Evaluate(FormulaScope scope) => value;
}
