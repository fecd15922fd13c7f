namespace SalesforcePS.Build.Help;

/// <summary>-WhatIf and -Confirm, which PowerShell adds and which mean the same everywhere.</summary>
internal static class ShouldProcessText
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = "Shows what would happen. Nothing is changed.",
        ["Confirm"] = "Asks before each change.",
    };

    public static IEnumerable<ParameterFacts> Parameters =>
        from name in Texts.Keys
        select new ParameterFacts(name, "SwitchParameter", [new ParameterUse(CmdletFacts.AllSets, false, -1, false, false)])
        {
            Aliases = [name == "WhatIf" ? "wi" : "cf"],
        };

    public static bool Covers(string parameter) => Texts.ContainsKey(parameter);

    public static PageParameter Of(string parameter) => new([Texts[parameter]], "False");
}
