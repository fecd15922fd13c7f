using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <param name="Name">In capitals.</param>
/// <param name="Check">Checks the arguments and tells the type of the result.</param>
/// <param name="Run">Makes the result.</param>
internal sealed record FormulaFunction(string Name, Func<CheckedCall, FormulaType> Check, Func<FormulaArguments, object?> Run)
{
    /// <summary>It looks at the record before the write.</summary>
    public bool ReadsPrior { get; init; }

    /// <summary>A function that takes these types, the last of which may be left out.</summary>
    public static FormulaFunction Of(
        string name, FormulaType result, Func<FormulaArguments, object?> run, FormulaType[] parameters, int optional = 0) => new(
        name,
        call =>
        {
            call.Count(parameters.Length - optional, parameters.Length);
            for (var index = 0; index < call.Arguments.Count; index++)
                call.Expect(index, parameters[index]);
            return result;
        },
        run);
}
