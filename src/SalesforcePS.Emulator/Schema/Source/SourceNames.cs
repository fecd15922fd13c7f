using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Schema.Source;

internal static partial class SourceNames
{
    public static void Check(SourceElement element, string name)
    {
        if (!CustomName().IsMatch(name))
        {
            throw element.Mistake(
                $"'{name}' is no name for a custom object or field",
                "Begin with a letter, use letters, digits and single underscores, and end with __c");
        }
    }

    [GeneratedRegex("^([A-Za-z](_?[A-Za-z0-9])*__)?[A-Za-z](_?[A-Za-z0-9])*__(c|mdt|e)$")]
    private static partial Regex CustomName();
}
