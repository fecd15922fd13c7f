using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Formulas.Functions;

internal static class Operators
{
    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        new("+", CheckSum, arguments => Sum.Add(arguments[0], arguments[1])),
        new("-", CheckDifference, arguments => Sum.Subtract(arguments[0], arguments[1])),
        Arithmetic("*", (left, right) => left * right),
        Arithmetic("/", (left, right) => right == 0 ? throw new FormulaValueException("division by zero") : left / right),
        Arithmetic("^", NumberFunctions.Power),
        FormulaFunction.Of(
            "NEGATE", FormulaType.Number, arguments => arguments.Number(0) is { } number ? -number : null, [FormulaType.Number]),
        FormulaFunction.Of(
            "&", FormulaType.Text, arguments => arguments.Text(0) + arguments.Text(1), [FormulaType.Text, FormulaType.Text]),
        new("=", CheckEquality, arguments => Comparison.AreEqual(arguments)),
        new("<>", CheckEquality, arguments => !Comparison.AreEqual(arguments)),
        Order("<", order => order < 0),
        Order("<=", order => order <= 0),
        Order(">", order => order > 0),
        Order(">=", order => order >= 0),
    ];

    private static FormulaFunction Arithmetic(string name, Func<decimal, decimal, decimal> run) => FormulaFunction.Of(
        name,
        FormulaType.Number,
        arguments => arguments.Number(0) is { } left && arguments.Number(1) is { } right ? run(left, right) : null,
        [FormulaType.Number, FormulaType.Number]);

    private static FormulaFunction Order(string name, Func<int, bool> holds) => new(
        name,
        call =>
        {
            if (call.Common(0, 1) == FormulaType.Boolean)
                throw new FormulaException($"{name} does not compare values of type Boolean");
            return FormulaType.Boolean;
        },
        // Of a blank number or date nothing is known; no text is before or after a blank one.
        arguments => Comparison.Order(arguments) is { } order ? holds(order) : Comparison.IsText(arguments.TypeOf(0)) ? false : null);

    private static FormulaType CheckEquality(CheckedCall call)
    {
        call.Common(0, 1);
        return FormulaType.Boolean;
    }

    private static FormulaType CheckSum(CheckedCall call) => (call[0], call[1]) switch
    {
        (FormulaType.Number, FormulaType.Date) => FormulaType.Date,
        (FormulaType.Number, FormulaType.DateTime) => FormulaType.DateTime,
        (FormulaType.Number, FormulaType.Time) => FormulaType.Time,
        (FormulaType.Text, FormulaType.Text or FormulaType.Null) or (FormulaType.Null, FormulaType.Text) => FormulaType.Text,
        (FormulaType.Date or FormulaType.DateTime or FormulaType.Time or FormulaType.Number, FormulaType.Number or FormulaType.Null) => call[0],
        (FormulaType.Null, FormulaType.Number or FormulaType.Null) => FormulaType.Number,
        _ => throw new FormulaException($"+ cannot add {call[1]} to {call[0]}"),
    };

    private static FormulaType CheckDifference(CheckedCall call) => (call[0], call[1]) switch
    {
        (FormulaType.Date, FormulaType.Date) or (FormulaType.DateTime, FormulaType.DateTime) or (FormulaType.Time, FormulaType.Time) => FormulaType.Number,
        (FormulaType.Date or FormulaType.DateTime or FormulaType.Time or FormulaType.Number, FormulaType.Number or FormulaType.Null) => call[0],
        (FormulaType.Null, FormulaType.Number or FormulaType.Null) => FormulaType.Number,
        _ => throw new FormulaException($"- cannot take {call[1]} from {call[0]}"),
    };
}
