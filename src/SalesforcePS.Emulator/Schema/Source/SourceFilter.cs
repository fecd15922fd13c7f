namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The values of a filter item stand side by side with commas; quotes hold those that have commas in them.</summary>
internal static class SourceFilter
{
    public static IReadOnlyList<string> Values(SourceElement item)
    {
        var text = item.Text("value") ?? "";
        var values = new List<string>();
        var isQuoted = false;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                isQuoted = !isQuoted;
            if (i < text.Length && (text[i] != ',' || isQuoted))
                continue;
            values.Add(text[start..i].Trim().Trim('"'));
            start = i + 1;
        }
        return values;
    }
}
