namespace SalesforcePS.Emulator.Formulas.Evaluation;

internal sealed class CallExpression(FormulaType type, IReadOnlyList<FormulaExpression> arguments, Func<FormulaArguments, object?> run)
    : FormulaExpression(type)
{
    public override object? Evaluate(FormulaScope scope) => run(new FormulaArguments(arguments, scope));
}
