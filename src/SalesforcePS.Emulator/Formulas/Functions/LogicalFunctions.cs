using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;

namespace SalesforcePS.Emulator.Formulas.Functions;

internal static class LogicalFunctions
{
    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        new("AND", CheckConditions, arguments => And(arguments)),
        new("OR", CheckConditions, arguments => Or(arguments)),
        FormulaFunction.Of("NOT", FormulaType.Boolean, arguments => !arguments.Boolean(0), [FormulaType.Boolean]),
        new("IF", CheckIf, arguments => arguments.IsTrue(0) ? arguments[1] : arguments[2]),
        new("IFS", CheckIfs, Ifs),
        new("CASE", CheckCase, Case),
        new("ISBLANK", CheckAny, arguments => arguments[0] is null or ""),
        // Text is never null to an org, not even where it is blank.
        new("ISNULL", CheckAny, arguments => !Comparison.IsText(arguments.TypeOf(0)) && arguments[0] is null),
        new("BLANKVALUE", CheckPair, arguments => arguments[0] is { } value and not "" ? value : arguments[1]),
        new("NULLVALUE", CheckPair, arguments => arguments.TypeOf(0) == FormulaType.Text ? arguments[0] : arguments[0] ?? arguments[1]),
    ];

    private static bool And(FormulaArguments arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (!arguments.IsTrue(index))
                return false;
        }
        return true;
    }

    private static bool Or(FormulaArguments arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments.IsTrue(index))
                return true;
        }
        return false;
    }

    private static object? Ifs(FormulaArguments arguments)
    {
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            if (arguments.IsTrue(index))
                return arguments[index + 1];
        }
        return arguments[arguments.Count - 1];
    }

    private static object? Case(FormulaArguments arguments)
    {
        var value = arguments[0];
        var areTexts = Comparison.IsText(arguments.TypeOf(0));
        for (var index = 1; index + 1 < arguments.Count; index += 2)
        {
            if (Comparison.AreEqual(value, arguments[index], areTexts) == true)
                return arguments[index + 1];
        }
        return arguments[arguments.Count - 1];
    }

    private static FormulaType CheckConditions(CheckedCall call)
    {
        call.Count(1, int.MaxValue);
        call.ExpectAll(FormulaType.Boolean);
        return FormulaType.Boolean;
    }

    private static FormulaType CheckIf(CheckedCall call)
    {
        call.Count(3);
        call.Expect(0, FormulaType.Boolean);
        return call.Common(1, 2);
    }

    private static FormulaType CheckIfs(CheckedCall call)
    {
        call.Count(3, int.MaxValue);
        if (call.Arguments.Count % 2 == 0)
            throw new FormulaException("IFS expects pairs of a condition and a value, and the value for all other cases");
        for (var index = 0; index + 1 < call.Arguments.Count; index += 2)
            call.Expect(index, FormulaType.Boolean);
        return call.Common([.. Enumerable.Range(0, call.Arguments.Count).Where(index => index % 2 == 1 || index == call.Arguments.Count - 1)]);
    }

    private static FormulaType CheckCase(CheckedCall call)
    {
        call.Count(4, int.MaxValue);
        if (call.Arguments.Count % 2 == 1)
            throw new FormulaException("CASE expects pairs of a value and a result, and the result for all other values");
        var subject = call[0] == FormulaType.Picklist ? FormulaType.Text : call[0];
        if (subject is FormulaType.Boolean or FormulaType.MultiPicklist)
            throw new FormulaException($"CASE does not take a value of type {subject}");
        for (var index = 1; index + 1 < call.Arguments.Count; index += 2)
            call.Expect(index, subject);
        return call.Common([.. Enumerable.Range(2, call.Arguments.Count - 2).Where(index => index % 2 == 0 || index == call.Arguments.Count - 1)]);
    }

    private static FormulaType CheckAny(CheckedCall call)
    {
        call.Count(1);
        return FormulaType.Boolean;
    }

    private static FormulaType CheckPair(CheckedCall call)
    {
        call.Count(2);
        return call.Common(0, 1);
    }
}
