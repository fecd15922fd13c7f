using SalesforcePS.Emulator.Formulas.Evaluation;

namespace SalesforcePS.Emulator.Formulas.Checking;

/// <summary>A call whose arguments have types, for the check that they fit the function.</summary>
internal sealed record CheckedCall(string Function, IReadOnlyList<FormulaExpression> Arguments, FormulaUse Use)
{
    public FormulaType this[int index] => Arguments[index].Type;

    public void Count(int least, int most = -1)
    {
        most = most < 0 ? least : most;
        if (Arguments.Count < least || Arguments.Count > most)
        {
            var needed = most == int.MaxValue ? $"at least {least}" : least == most ? $"{least}" : $"{least} to {most}";
            throw new FormulaException($"{Function} takes {needed} arguments and has {Arguments.Count}");
        }
    }

    public void Expect(int index, params FormulaType[] types)
    {
        if (this[index] != FormulaType.Null && !types.Contains(this[index]))
            throw new FormulaException($"{Function} expects {string.Join(" or ", types)} and gets {this[index]}");
    }

    public void ExpectAll(FormulaType type)
    {
        for (var index = 0; index < Arguments.Count; index++)
            Expect(index, type);
    }

    /// <summary>The type that the arguments have in common.</summary>
    public FormulaType Common(params ReadOnlySpan<int> indexes)
    {
        var common = FormulaType.Null;
        foreach (var index in indexes)
        {
            if (this[index] is FormulaType.Picklist or FormulaType.MultiPicklist or FormulaType.Location)
                throw new FormulaException($"{Function} does not take a field of type {this[index]}: use TEXT, ISPICKVAL or INCLUDES on it");
            if (common == FormulaType.Null)
                common = this[index];
            else if (this[index] != FormulaType.Null && this[index] != common)
                throw new FormulaException($"{Function} expects values of one type and gets {common} and {this[index]}");
        }
        return common;
    }

    public FieldExpression Field(int index) => Arguments[index] as FieldExpression
        ?? throw new FormulaException($"{Function} expects a field as its argument {index + 1}");

    /// <summary>The text that stands in the formula itself.</summary>
    public string Literal(int index) => (Arguments[index] as ConstantExpression)?.Value as string
        ?? throw new FormulaException($"{Function} expects a text in quotes as its argument {index + 1}");
}
