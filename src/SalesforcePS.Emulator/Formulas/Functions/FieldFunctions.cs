using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>Functions of fields: picklists, and what a write changes.</summary>
internal static class FieldFunctions
{
    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        new("ISPICKVAL", call => CheckPicklist(call, FormulaType.Picklist), arguments => Comparison.AreEqual(arguments[0], arguments[1], areTexts: true)),
        new("INCLUDES", call => CheckPicklist(call, FormulaType.MultiPicklist), arguments => Includes(arguments)),
        new("ISNEW", CheckIsNew, arguments => arguments.Scope.Prior is null) { ReadsPrior = true },
        new("ISCHANGED", CheckIsChanged, arguments => IsChanged(arguments)) { ReadsPrior = true },
        new("PRIORVALUE", CheckChange, arguments => arguments.Before(0)) { ReadsPrior = true },
    ];

    private static FormulaType CheckPicklist(CheckedCall call, FormulaType type)
    {
        call.Count(2);
        // A prior value is a picklist's too, but no field.
        if (call[0] != type)
            throw new FormulaException($"{call.Function} expects a field of type {type} and gets {call[0]}");
        call.Literal(1);
        return FormulaType.Boolean;
    }

    private static bool Includes(FormulaArguments arguments) =>
        arguments.Text(0).Split(';').Contains(arguments.Text(1), StringComparer.Ordinal);

    private static FormulaType CheckIsNew(CheckedCall call)
    {
        call.Count(0);
        RequireRule(call);
        return FormulaType.Boolean;
    }

    private static FormulaType CheckChange(CheckedCall call)
    {
        call.Count(1);
        RequireRule(call);
        if (!call.Field(0).IsOfRecordItself)
            throw new FormulaException($"{call.Function} expects a field of the record itself");
        return call[0];
    }

    private static FormulaType CheckIsChanged(CheckedCall call)
    {
        CheckChange(call);
        return FormulaType.Boolean;
    }

    private static void RequireRule(CheckedCall call)
    {
        if (call.Use != FormulaUse.ValidationRule)
            throw new FormulaException($"{call.Function} can stand in validation rules only");
    }

    private static bool IsChanged(FormulaArguments arguments) =>
        arguments.Scope.Prior is not null && !Equals(arguments[0] ?? "", arguments.Before(0) ?? "");
}
