using System.Collections.Frozen;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>All functions and operators that the emulator supports.</summary>
internal static class FormulaFunctions
{
    private static readonly FrozenDictionary<string, FormulaFunction> Known =
        ((FormulaFunction[])[.. Operators.All, .. LogicalFunctions.All, .. TextFunctions.All, .. LinkFunctions.All,
            .. NumberFunctions.All, .. DateFunctions.All, .. FieldFunctions.All])
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static FormulaFunction? Find(string name) => Known.GetValueOrDefault(name);
}
