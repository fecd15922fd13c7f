using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Syntax;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soql;

public sealed class ParserTests
{
    [Fact]
    public void Clauses_AllHaveTheirPlace()
    {
        var query = Parse(
            "SELECT Id FROM Account a USING SCOPE team WHERE Name = 'x' WITH DATA CATEGORY Geo__c AT (a__c, b__c) AND P__c BELOW c__c "
            + "GROUP BY CUBE(Name, Type) HAVING COUNT(Id) > 1 ORDER BY Name DESC NULLS LAST, Type LIMIT 10 OFFSET 5 FOR VIEW UPDATE VIEWSTAT");
        Assert.Equal("a", query.From[0].Alias);
        Assert.Equal("team", query.Scope!.Name);
        Assert.Equal(["a__c", "b__c"], query.With[0].Categories[0].Categories);
        Assert.Equal((GroupKind.Cube, 2), (query.GroupBy!.Kind, query.GroupBy.Expressions.Count));
        Assert.IsType<ComparisonCondition>(query.Having);
        Assert.Equal((true, true), (query.OrderBy[0].Descending, query.OrderBy[0].NullsLast));
        Assert.Equal((10, 5), (query.Limit!.Value, query.Offset!.Value));
        Assert.Equal(["VIEW"], query.For);
        Assert.Equal(["VIEWSTAT"], query.Update);
    }

    [Fact]
    public void Typeof_KeepsItsBranches()
    {
        var item = Assert.IsType<TypeofItem>(Parse("SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Case THEN Subject ELSE Id END FROM Event").Select[0]);
        Assert.Equal(["Account", "Case"], item.Branches.Select(branch => branch.Type));
        Assert.Equal(["Phone", "Name"], item.Branches[0].Fields.Select(field => field.Name));
        Assert.Equal("Id", Assert.Single(item.Else).Name);
    }

    [Fact]
    public void Distance_TakesAFieldAPointAndAUnit()
    {
        var condition = Assert.IsType<ComparisonCondition>(Parse("SELECT Id FROM W__c WHERE DISTANCE(L__c, GEOLOCATION(-37.5, 122), 'mi') < 20").Where);
        var distance = Assert.IsType<FunctionExpression>(condition.Left);
        Assert.Equal(3, distance.Arguments.Count);
        var point = Assert.IsType<FunctionExpression>(distance.Arguments[1]);
        Assert.Equal("-37.5", Assert.IsType<NumberLiteral>(Assert.IsType<LiteralExpression>(point.Arguments[0]).Literal).Text);
    }

    [Theory]
    [InlineData("5", "5", null)]
    [InlineData("-5.25", "-5.25", null)]
    [InlineData("+1e3", "+1e3", null)]
    [InlineData(".5", ".5", null)]
    [InlineData("USD5000", "5000", "USD")]
    [InlineData("eur100.01", "100.01", "EUR")]
    [InlineData("USD-500", "-500", "USD")]
    public void Number_KeepsItsTextAndCurrency(string text, string number, string? currency) =>
        Assert.Equal((number, currency), Value<NumberLiteral>(text) switch { var literal => (literal.Text, literal.Currency) });

    [Theory]
    [InlineData("2005-10-08T01:02:03Z", "2005-10-08T01:02:03Z")]
    [InlineData("2005-10-08t01:02:03.250z", "2005-10-08T01:02:03.250Z")]
    [InlineData("2011-04-26T10:00:00-08:00", "2011-04-26T18:00:00Z")]
    [InlineData("2011-04-26T10:00:00+0100", "2011-04-26T09:00:00Z")]
    public void DateTime_IsReadAsAnInstant(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, null), Value<DateTimeLiteral>(text).Value);

    [Theory]
    [InlineData(@"'a\'b'", "a'b", "a'b")]
    [InlineData(@"'a\""b'", "a\"b", "a\"b")]
    [InlineData(@"'\n\R\t\b\f'", "\n\r\t\b\f", "\n\r\t\b\f")]
    [InlineData(@"'50\%\_'", "50%_", @"50\%\_")]
    [InlineData(@"'%a_'", "%a_", "%a_")]
    [InlineData(@"'a\\b'", @"a\b", @"a\\b")]
    [InlineData(@"'\u20AC'", "\u20ac", "\u20ac")]
    [InlineData("'it -- is /* fine */'", "it -- is /* fine */", "it -- is /* fine */")]
    public void String_ResolvesItsEscapes(string text, string value, string pattern)
    {
        var literal = Value<StringLiteral>(text);
        Assert.Equal((value, pattern), (literal.Value, literal.Pattern));
    }

    [Theory]
    [InlineData(@"'a\q'")]
    [InlineData(@"'\u00'")]
    [InlineData("\"Acme\"")]
    [InlineData("'open")]
    [InlineData("foo")]
    [InlineData("LAST_N_DAYS")]
    [InlineData("2020-13-01")]
    public void Value_ThatIsNoneIsRefused(string text) =>
        Assert.Equal("MALFORMED_QUERY", Assert.Throws<ApiException>(() => Value<Literal>(text)).ErrorCode);

    [Fact]
    public void ReservedWords_AreNoAliases() =>
        Assert.Throws<ApiException>(() => Parse("SELECT COUNT(Id) like FROM Account"));

    [Fact]
    public void ObjectsNamedLikeClauses_AreObjects()
    {
        Assert.Equal("Group", Parse("SELECT Id FROM Group").From[0].Path.Name);
        Assert.Equal("Order", Parse("SELECT Id FROM Order ORDER BY Id").From[0].Path.Name);
    }

    private static SoqlQuery Parse(string soql) => SoqlParser.Parse(new SoqlText(soql));

    private static T Value<T>(string text)
        where T : Literal =>
        Assert.IsAssignableFrom<T>(Assert.IsType<ComparisonCondition>(Parse($"SELECT Id FROM Account WHERE Field__c = {text}").Where).Value);
}
