namespace SalesforcePS.Build.Help;

internal static class PageGaps
{
    private const int FewestExamples = 2;

    /// <summary>What the page lacks, each as the end of a sentence that begins with its name.</summary>
    public static IEnumerable<string> Of(CmdletPage page, CmdletFacts cmdlet)
    {
        var parameters = cmdlet.Parameters.Select(parameter => parameter.Name).Where(name => !ShouldProcessText.Covers(name)).ToList();
        if (page.Name != cmdlet.Name)
            yield return $"is headed '{page.Name}', not '{cmdlet.Name}'.";
        if (page.Synopsis is not [{ Length: > 0 }])
            yield return "needs a synopsis of one paragraph.";
        if (page.Description.Count == 0)
            yield return "has no description.";
        if (page.Examples.Count(example => example.Code.Length > 0 && example.Text.Count > 0) < FewestExamples)
            yield return $"has fewer than {FewestExamples} examples with code and text.";
        if (page.Outputs.Count == 0)
            yield return "names no outputs.";
        foreach (var name in parameters.Where(name => page.Parameters.GetValueOrDefault(name)?.Text is not { Count: > 0 }))
            yield return $"has no text for -{name}.";
        foreach (var name in page.Parameters.Keys.Except(parameters))
            yield return $"describes -{name}, which the cmdlet does not have.";
    }
}
