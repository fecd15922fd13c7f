namespace SalesforcePS.Build.Help;

/// <summary>The Syntax section of a page, which is written from the assembly.</summary>
internal static class SyntaxText
{
    private const string Heading = "## Syntax\n";

    public static string Of(CmdletFacts cmdlet) =>
        "\n```\n" + string.Join("\n\n", cmdlet.Sets.Select(set => Line(cmdlet, set))) + "\n```\n\n";

    /// <summary>The page with its Syntax section renewed; a page without that heading comes back as it is.</summary>
    public static string Renew(string page, CmdletFacts cmdlet)
    {
        var start = page.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal) + 1;
        return start < Heading.Length || end <= 0 ? page : page[..start] + Of(cmdlet) + page[end..];
    }

    private static string Line(CmdletFacts cmdlet, string set) =>
        string.Join(' ', [cmdlet.Name, .. cmdlet.ParametersOf(set).Select(pair => Word(pair.Parameter, pair.Use)), "[<CommonParameters>]"]);

    private static string Word(ParameterFacts parameter, ParameterUse use)
    {
        var name = use.Position < 0 ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var word = parameter.IsSwitch ? name : $"{name} <{parameter.Type}>";
        return use.Mandatory ? word : $"[{word}]";
    }
}
