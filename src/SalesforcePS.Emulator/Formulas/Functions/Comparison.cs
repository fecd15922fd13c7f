using SalesforcePS.Emulator.Formulas.Evaluation;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>Texts are compared with their case, and blank text is empty text; other blanks make a comparison blank.</summary>
internal static class Comparison
{
    public static bool? AreEqual(FormulaArguments arguments) =>
        AreEqual(arguments[0], arguments[1], IsText(arguments.TypeOf(0)) || IsText(arguments.TypeOf(1)));

    public static bool? AreEqual(object? left, object? right, bool areTexts)
    {
        if (areTexts)
            return string.Equals(left as string ?? "", right as string ?? "", StringComparison.Ordinal);
        return left is null || right is null ? null : left.Equals(right);
    }

    public static int? Order(FormulaArguments arguments) => (arguments[0], arguments[1]) switch
    {
        (string left, string right) => string.CompareOrdinal(left, right),
        (null, _) or (_, null) => null,
        (IComparable left, var right) => left.CompareTo(right),
        _ => null,
    };

    public static bool IsText(FormulaType type) => type is FormulaType.Text or FormulaType.Picklist or FormulaType.MultiPicklist;
}
