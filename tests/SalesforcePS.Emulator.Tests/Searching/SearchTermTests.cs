using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

public sealed class SearchTermTests(SearchedNames names) : IClassFixture<SearchedNames>
{
    [Theory]
    [InlineData("acme", "Acme Rockets", "Rockets of Acme")]
    [InlineData("ACME rockets", "Acme Rockets", "Rockets of Acme")]
    [InlineData("acme AND rockets", "Acme Rockets", "Rockets of Acme")]
    [InlineData("\"acme rockets\"", "Acme Rockets")]
    [InlineData("acme OR smith", "Acme Rockets", "Joan Smith", "John Smith", "Rockets of Acme")]
    [InlineData("acme AND NOT of", "Acme Rockets")]
    [InlineData("rockets and not (acme and of)", "Acme Rockets")]
    [InlineData("(john OR joan) AND smith", "Joan Smith", "John Smith")]
    [InlineData("jo?n", "Joan Brown", "Joan Smith", "John Smith")]
    [InlineData("jo*n", "Joan Brown", "Joan Smith", "John Smith", "Johnson")]
    [InlineData("john*", "John Smith", "Johnson")]
    [InlineData("joh* smi*", "John Smith")]
    [InlineData("roc?et*", "Acme Rockets", "Rockets of Acme")]
    [InlineData("\"john smi*\"", "John Smith")]
    [InlineData("cafe", "Caf\u00e9 \u00c9toile")]
    [InlineData("\u00c9TOILE", "Caf\u00e9 \u00c9toile")]
    [InlineData("caf? \u00e9t*", "Caf\u00e9 \u00c9toile")]
    [InlineData("\\{1\\+1\\}", "{1+1}:2")]
    [InlineData("\"and\"", "Salt and Pepper")]
    [InlineData("salt \"and\" pepper", "Salt and Pepper")]
    [InlineData("nothing")]
    [InlineData("ohn")]
    [InlineData("acm? AND NOT acme")]
    public async Task Term_FindsWhatSoslSays(string term, params string[] expected) =>
        Assert.Equal(expected, await names.Org.FindAsync($"FIND {{{term}}} IN ALL FIELDS RETURNING Account(Name ORDER BY Name)"));

    [Theory]
    [InlineData("acme rockets", "PHRASE", "Acme Rockets")]
    [InlineData("salt and pepper", "PHRASE", "Salt and Pepper")]
    [InlineData("john or joan", "PHRASE")]
    [InlineData("rockets acme", "phrase")]
    [InlineData("acme rockets", "ADVANCED", "Acme Rockets", "Rockets of Acme")]
    [InlineData("john OR joan AND smith", "advanced", "Joan Smith", "John Smith")]
    public async Task PhraseSearch_TakesTheTextAsItStands(string term, string kind, params string[] expected) =>
        Assert.Equal(expected, await names.Org.FindAsync($"FIND {{{term}}} RETURNING Account(Name ORDER BY Name) USING {kind} SEARCH LIMIT 10"));
}
