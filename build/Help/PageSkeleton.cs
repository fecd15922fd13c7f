namespace SalesforcePS.Build.Help;

/// <summary>The headings of a new page; the texts are for a person, and the check asks for them.</summary>
internal static class PageSkeleton
{
    public static string Of(CmdletFacts cmdlet)
    {
        var parameters = cmdlet.Parameters
            .Where(parameter => !ShouldProcessText.Covers(parameter.Name))
            .Select(parameter => $"### -{parameter.Name}\n\n");
        return $"""
            # {cmdlet.Name}

            ## Synopsis

            ## Syntax

            ## Description

            ## Examples

            ## Parameters

            {string.Concat(parameters)}## Inputs

            ## Outputs

            ## Notes

            ## Related links

            """.ReplaceLineEndings("\n");
    }
}
