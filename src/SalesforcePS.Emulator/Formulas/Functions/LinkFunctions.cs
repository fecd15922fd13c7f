using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;
using static SalesforcePS.Emulator.Formulas.Functions.FormulaFunction;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>The functions that make HTML; the API gives it as text.</summary>
internal static class LinkFunctions
{
    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        Of("BR", FormulaType.Text, _ => "<br>", []),
        new("HYPERLINK", CheckLink, Link),
        Of("IMAGE", FormulaType.Text, Image, [FormulaType.Text, FormulaType.Text, FormulaType.Number, FormulaType.Number], optional: 2),
    ];

    // The text of a link may be of any type.
    private static FormulaType CheckLink(CheckedCall call)
    {
        call.Count(2, 3);
        call.Expect(0, FormulaType.Text);
        if (call.Arguments.Count > 2)
            call.Expect(2, FormulaType.Text);
        return FormulaType.Text;
    }

    private static string Link(FormulaArguments arguments)
    {
        var target = arguments.Count > 2 ? arguments.Text(2) : "_blank";
        return $"<a href=\"{arguments.Text(0)}\" target=\"{target}\">{FormulaText.Of(arguments[1])}</a>";
    }

    private static string Image(FormulaArguments arguments)
    {
        var style = arguments.Count < 3
            ? ""
            : $" style=\"height:{arguments.Whole(2)}px; width:{(arguments.Count > 3 ? arguments.Whole(3) : arguments.Whole(2))}px;\"";
        return $"<img src=\"{arguments.Text(0)}\" alt=\"{arguments.Text(1)}\"{style} border=\"0\"/>";
    }
}
