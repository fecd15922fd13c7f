using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Formulas.Syntax;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas;

/// <summary>A formula of the schema. It can be compiled only when all objects are known.</summary>
/// <param name="text">As it stands in the source.</param>
/// <param name="use">What it is for.</param>
/// <param name="location">Where it stands, for messages.</param>
internal sealed class Formula(string text, FormulaUse use, string location)
{
    private FormulaExpression? expression;

    public string Text => text;

    public string Location => location;

    /// <summary>A blank number counts as 0.</summary>
    public bool BlankIsZero { get; init; }

    /// <summary>The computed fields that it reads.</summary>
    public IReadOnlyList<SObjectField> Computed { get; private set; } = [];

    /// <summary>It asks what the record was before the write.</summary>
    public bool ReadsPrior { get; private set; }

    /// <exception cref="FormulaException">It is wrong, or not supported.</exception>
    public void Compile(OrgSchema schema, SObjectType? type, FormulaType result)
    {
        var paths = new PathResolver(schema, type, BlankIsZero);
        var checker = new FormulaChecker(paths, use);
        var compiled = checker.Check(FormulaParser.Parse(text));
        if (!Fits(compiled.Type, result))
            throw new FormulaException($"its result is {compiled.Type}, but {result} is needed");
        Computed = [.. paths.Computed.Distinct()];
        ReadsPrior = checker.ReadsPrior;
        expression = compiled;
    }

    /// <summary>Null for blank.</summary>
    /// <exception cref="FormulaValueException">It has no value for this record.</exception>
    public object? Evaluate(FormulaScope scope)
    {
        try
        {
            return expression!.Evaluate(scope);
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new FormulaValueException("a number or date is out of range");
        }
    }

    // A date becomes a moment, and a moment its day.
    private static bool Fits(FormulaType given, FormulaType needed) =>
        given == needed || given == FormulaType.Null
        || ((given is FormulaType.Date or FormulaType.DateTime) && needed is (FormulaType.Date or FormulaType.DateTime));
}
