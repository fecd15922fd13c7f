using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

public sealed class SearchErrorTests(SearchedNames names) : IClassFixture<SearchedNames>
{
    [Theory]
    [InlineData("SELECT Id FROM Account", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("FIND acme", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("FIND {John|jane_gray@uoa.edu} RETURNING Contact", "\nFIND {John|jane_gray@uoa.edu} RETURNING Contact\n         ^\nERROR at Row:1:Column:10\nline 1:10 mismatched character '|' expecting '}'")]
    [InlineData("FIND {Marie-Pier Martin}", "\nFIND {Marie-Pier Martin}\n          ^\nERROR at Row:1:Column:11\nline 1:11 mismatched character '-' expecting '}'")]
    [InlineData("FIND {name} IN ALL TYPE RETURNING Account(name)", "\nFIND {name} IN ALL TYPE RETURNING Account(name)\n                  ^\nERROR at Row:1:Column:19\nMalformed search token: TYPE")]
    [InlineData("FIND {MyProspect} IN Accounts", "\nFIND {MyProspect} IN Accounts\n                    ^\nERROR at Row:1:Column:21\nMalformed search token: Accounts")]
    [InlineData("FIND {acme", "\nFIND {acme\n         ^\nERROR at Row:1:Column:10\nline 1:10 mismatched character '<EOF>' expecting '}'")]
    [InlineData("FIND {a}", "search term must be longer than one character: a")]
    [InlineData("FIND {*}", "search term must be longer than one character: *")]
    [InlineData("FIND {test} RETURNING Account(Name OFFSET 2001)", "SOSL offset should be between 0 to 2000")]
    public async Task WrongStatement_IsRefusedAsRecorded(string sosl, string message)
    {
        var answer = await names.Org.SearchAsync(sosl);
        Assert.Equal((HttpStatusCode.BadRequest, "MALFORMED_SEARCH", message), (answer.Status, answer.ErrorCode, answer.ErrorMessage));
    }

    [Theory]
    [InlineData("FIND {\"John Smith}", "MALFORMED_SEARCH", "mismatched character '}' expecting '\"'")]
    [InlineData("FIND {acme OR}", "MALFORMED_SEARCH", "Malformed search token: }")]
    [InlineData("FIND {AND acme}", "MALFORMED_SEARCH", "Malformed search token: AND")]
    [InlineData("FIND {(acme}", "MALFORMED_SEARCH", "Malformed search token: }")]
    [InlineData("FIND {((((((((((((((((((((((acme))))))))))))))))))))))}", "MALFORMED_SEARCH", "Malformed search token: (")]
    [InlineData("FIND {acme)}", "MALFORMED_SEARCH", "Malformed search token: )")]
    [InlineData("FIND {acme} RETURNING Account, Account(Name)", "MALFORMED_SEARCH", "duplicate entity: Account")]
    [InlineData("FIND {acme} RETURNING Account(WHERE Name LIKE 'test')", "MALFORMED_SEARCH", "unexpected token: 'WHERE'")]
    [InlineData("FIND {acme} RETURNING Account(Name OFFSET 5), Contact", "MALFORMED_SEARCH", "OFFSET can be used only where one object is searched")]
    [InlineData("FIND {acme} RETURNING Account(Name USING ListView = Mine)", "MALFORMED_SEARCH", "List view 'Mine' does not exist for entity 'Account'")]
    [InlineData("FIND {acme} RETURNING PricebookEntry", "MALFORMED_SEARCH", "Entity 'PricebookEntry' is not searchable")]
    [InlineData("FIND {acme} RETURNING Account WITH NETWORK = 'x'", "MALFORMED_SEARCH", "Malformed search token: NETWORK")]
    [InlineData("FIND {acme} RETURNING Account USING SIMPLE SEARCH", "MALFORMED_SEARCH", "Malformed search token: SIMPLE")]
    [InlineData("FIND {acme} RETURNING Account USING PHRASE", "MALFORMED_SEARCH", "Malformed search token: ")]
    [InlineData("FIND {acme} RETURNING Account LIMIT 2001", "MALFORMED_SEARCH", "Malformed search token: 2001")]
    [InlineData("FIND {acme} RETURNING Account ALL ROWS", "MALFORMED_SEARCH", "Malformed search token: ALL")]
    [InlineData("FIND {acme} RETURNING Nothing", "INVALID_TYPE", "sObject type 'Nothing' is not supported.")]
    [InlineData("FIND {acme} RETURNING Account(Bacon)", "INVALID_FIELD", "No such column 'Bacon' on entity 'Account'.")]
    public async Task WrongStatement_SaysWhatIsWrong(string sosl, string code, string message)
    {
        var answer = await names.Org.SearchAsync(sosl);
        Assert.Equal(code, answer.ErrorCode);
        Assert.Contains(message, answer.ErrorMessage, StringComparison.Ordinal);
    }
}
