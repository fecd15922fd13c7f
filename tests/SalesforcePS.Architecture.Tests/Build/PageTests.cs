using SalesforcePS.Build;
using SalesforcePS.Build.Help;

namespace SalesforcePS.Architecture.Tests.Build;

public sealed class PageTests
{
    private const string Complete = """
        # Get-SfThing

        ## Synopsis

        Gets *things* by `<Name>`.

        ## Syntax

        ## Description

        See [the guide](https://example.org/guide).

        - one
        - two

        ## Examples

        ### All of them

        ```powershell
        Get-SfThing *
        ```

        Every thing.

        ### One

        ```powershell
        Get-SfThing One
        ```

        One thing.

        ## Parameters

        ### -Count

        How many.

        Default: `200`.

        ### -Name

        Which.

        ## Outputs

        ### SalesforcePS.Thing

        ## Related links

        - [Stop-SfThing](Stop-SfThing.md)

        [The guide](https://example.org/guide)
        """;

    private static readonly CmdletFacts Cmdlet = new("Get", "SfThing", "ByName", [Parameter("Count", -1), Parameter("Name", 0)]);

    [Fact]
    public void CompletePage_HasNoGaps() => Assert.Empty(PageGaps.Of(PageReader.Read(Complete), Cmdlet));

    [Fact]
    public void Marks_AreLeftOutAndPlaceholdersStay()
    {
        var page = PageReader.Read(Complete);

        Assert.Equal(["Gets things by <Name>."], page.Synopsis);
        Assert.Equal(["See the guide (https://example.org/guide).", "- one", "- two"], page.Description);
    }

    [Fact]
    public void DefaultValue_IsTakenOutOfTheText()
    {
        var count = PageReader.Read(Complete).Parameters["Count"];

        Assert.Equal("200", count.Default);
        Assert.Equal(["How many."], count.Text);
    }

    [Fact]
    public void Links_AreFoundInListsAndParagraphs() =>
        Assert.Equal(["", "https://example.org/guide"], PageReader.Read(Complete).Links.Select(link => link.Uri));

    [Theory]
    [InlineData("Which.", "", "has no text for -Name.")]
    [InlineData("### -Name", "### -Nmae", "describes -Nmae, which the cmdlet does not have.")]
    [InlineData("One thing.", "", "has fewer than 2 examples with code and text.")]
    [InlineData("### SalesforcePS.Thing", "", "names no outputs.")]
    [InlineData("# Get-SfThing\n", "# Get-SfThong\n", "is headed 'Get-SfThong', not 'Get-SfThing'.")]
    public void Gap_IsNamed(string text, string replacement, string gap)
    {
        var page = Complete.ReplaceLineEndings("\n").Replace(text, replacement, StringComparison.Ordinal);

        Assert.Contains(gap, PageGaps.Of(PageReader.Read(page), Cmdlet));
    }

    [Fact]
    public void HeadingTwice_IsRefusedByName()
    {
        var error = Assert.Throws<BuildException>(() => PageReader.Read(Complete + "\n## Outputs\n"));

        Assert.Equal("The page of Get-SfThing has the heading 'Outputs' twice; make them one.", error.Message);
    }

    [Fact]
    public void Syntax_IsRenewedInPlace()
    {
        var page = SyntaxText.Renew(Complete.ReplaceLineEndings("\n"), Cmdlet);

        Assert.Contains("\n```\nGet-SfThing [-Name] <String> [-Count <String>] [<CommonParameters>]\n```\n\n## Description", page, StringComparison.Ordinal);
        Assert.Equal(page, SyntaxText.Renew(page, Cmdlet));
    }

    private static ParameterFacts Parameter(string name, int position) =>
        new(name, "String", [new ParameterUse(CmdletFacts.AllSets, position == 0, position, false, false)]);
}
