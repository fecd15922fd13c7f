using System.Globalization;
using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;
using static SalesforcePS.Emulator.Formulas.Functions.FormulaFunction;

namespace SalesforcePS.Emulator.Formulas.Functions;

internal static class NumberFunctions
{
    private static readonly FormulaType[] One = [FormulaType.Number];
    private static readonly FormulaType[] Two = [FormulaType.Number, FormulaType.Number];

    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        Of("ABS", FormulaType.Number, arguments => arguments.Number(0) is { } number ? Math.Abs(number) : null, One),
        // An org rounds away from zero here; MCEILING and MFLOOR are the mathematical ones.
        Of("CEILING", FormulaType.Number, arguments => Whole(arguments, number => number < 0 ? Math.Floor(number) : Math.Ceiling(number)), One),
        Of("FLOOR", FormulaType.Number, arguments => Whole(arguments, decimal.Truncate), One),
        Of("MCEILING", FormulaType.Number, arguments => Whole(arguments, Math.Ceiling), One),
        Of("MFLOOR", FormulaType.Number, arguments => Whole(arguments, Math.Floor), One),
        Of("ROUND", FormulaType.Number, arguments => arguments.Number(0) is { } number ? FormulaValue.Round(number, arguments.Whole(1)) : null, Two),
        Of("TRUNC", FormulaType.Number, arguments => Truncate(arguments), Two, optional: 1),
        Of("MOD", FormulaType.Number, arguments => Remainder(arguments), Two),
        new("MAX", CheckNumbers, arguments => Extreme(arguments, Math.Max)),
        new("MIN", CheckNumbers, arguments => Extreme(arguments, Math.Min)),
        Of("SQRT", FormulaType.Number, arguments => Real(arguments, Math.Sqrt), One),
        Of("EXP", FormulaType.Number, arguments => Real(arguments, Math.Exp), One),
        Of("LN", FormulaType.Number, arguments => Real(arguments, Math.Log), One),
        Of("LOG", FormulaType.Number, arguments => Real(arguments, Math.Log10), One),
        Of("PI", FormulaType.Number, _ => (decimal)Math.PI, []),
    ];

    public static decimal Power(decimal number, decimal exponent)
    {
        if (exponent == decimal.Truncate(exponent) && Math.Abs(exponent) <= 64)
        {
            var power = FormulaValue.Power(number, (int)Math.Abs(exponent));
            return exponent >= 0 ? power : power == 0 ? throw new FormulaValueException("division by zero") : 1 / power;
        }
        return Real(Math.Pow((double)number, (double)exponent));
    }

    private static decimal? Whole(FormulaArguments arguments, Func<decimal, decimal> round) =>
        arguments.Number(0) is { } number ? round(WithoutTrace(number)) : null;

    // A third of a day times three is a day: the last digits are what is left of a division, and not to be looked at.
    private static decimal WithoutTrace(decimal number)
    {
        const int trustworthy = 22;
        var whole = Math.Abs(decimal.Truncate(number)).ToString(CultureInfo.InvariantCulture).Length;
        return Math.Round(number, Math.Max(trustworthy - whole, 0), MidpointRounding.AwayFromZero);
    }

    private static decimal? Truncate(FormulaArguments arguments)
    {
        if (arguments.Number(0) is not { } number)
            return null;
        var unit = FormulaValue.Power(10, Math.Clamp(arguments.Count > 1 ? arguments.Whole(1) : 0, 0, 18));
        return decimal.Truncate(number * unit) / unit;
    }

    private static decimal? Remainder(FormulaArguments arguments)
    {
        if (arguments.Number(0) is not { } number || arguments.Number(1) is not { } divisor)
            return null;
        return divisor == 0 ? throw new FormulaValueException("division by zero") : number % divisor;
    }

    private static decimal? Extreme(FormulaArguments arguments, Func<decimal, decimal, decimal> choose)
    {
        var result = arguments.Number(0);
        for (var index = 1; index < arguments.Count && result is not null; index++)
            result = arguments.Number(index) is { } number ? choose(result.Value, number) : null;
        return result;
    }

    private static FormulaType CheckNumbers(CheckedCall call)
    {
        call.Count(1, int.MaxValue);
        call.ExpectAll(FormulaType.Number);
        return FormulaType.Number;
    }

    private static decimal? Real(FormulaArguments arguments, Func<double, double> function) =>
        arguments.Number(0) is { } number ? Real(function((double)number)) : null;

    private static decimal Real(double number) => double.IsFinite(number) && Math.Abs(number) < 7.9e28
        ? (decimal)number
        : throw new FormulaValueException("a result is not a number");
}
