using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Soql;
using Xunit;

namespace SalesforcePS.Core.Tests.Soql;

public sealed class SoqlLexerTests
{
    [Theory]
    [InlineData("Id IN:ids", "Id|IN|:ids|")]
    [InlineData("a.B__c>=2026-01-31T12:00:00+01:00", "a.B__c|>|=|2026-01-31T12:00:00+01:00|")]
    [InlineData("x = LAST_N_DAYS:30", "x|=|LAST_N_DAYS|:|30|")]
    [InlineData(@"n='it\'s :not a \\' AND m=:m", @"n|=|'it\'s :not a \\'|AND|m|=|:m|")]
    [InlineData("(-1.5, 'a''b')", "(|-|1.5|,|'a'|'b'|)|")]
    [InlineData(" \t\r\n ", "")]
    public void Text_IsCutIntoItsPieces(string soql, string pieces) =>
        Assert.Equal(pieces, string.Join('|', SoqlLexer.Read(soql).Select(token => token.In(soql).ToString())));

    [Fact]
    public void StringWithoutEnd_IsRefusedWithItsPlace()
    {
        var refused = Assert.Throws<SalesforceException>(() => SoqlLexer.Read("SELECT Id FROM Account WHERE Name = 'it's'"));

        Assert.Equal(("MALFORMED_QUERY", "The query has a string that does not end, from position 42 on: '"), (refused.ErrorCode, refused.Message));
    }
}
