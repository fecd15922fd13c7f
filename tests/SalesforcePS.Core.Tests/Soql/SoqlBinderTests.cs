using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Soql;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Soql;

public sealed class SoqlBinderTests
{
    [Theory]
    [InlineData("O'Brien", @"'O\'Brien'")]
    [InlineData(@"back\slash", @"'back\\slash'")]
    [InlineData("a\r\n\t\b\fb", @"'a\r\n\t\b\fb'")]
    [InlineData("x' OR Name != '", @"'x\' OR Name != \''")]
    [InlineData(":name", "':name'")]
    [InlineData("", "''")]
    public void Text_IsQuotedAndEscaped(string value, string literal) =>
        Assert.Equal($"SELECT Id FROM Account WHERE Name = {literal}", Bind("SELECT Id FROM Account WHERE Name = :name", ("name", value)));

    [Fact]
    public void ValuesOfEachKind_AreLiterals()
    {
        var record = new RecordClassCache().Get("Account", ["Name", "Id"]).Create(["x", "001000000000001AAA"]);

        Assert.Equal("null", Value(null));
        Assert.Equal("true", Value(true));
        Assert.Equal("-5", Value(-5));
        Assert.Equal("1.50", Value(1.50m));
        Assert.Equal("0.00001", Value(1e-5));
        Assert.Equal("100000000000000000000", Value(1e20));
        Assert.Equal("'Friday'", Value(DayOfWeek.Friday));
        Assert.Equal("'x'", Value('x'));
        Assert.Equal("'001000000000001AAA'", Value(record));
        Assert.Equal("10:30:00.000Z", Value(new TimeOnly(10, 30)));
        Assert.Equal("10:30:00.500Z", Value(new TimeSpan(0, 10, 30, 0, 500)));
        Assert.Equal("('a',2,null)", Value(new object?[] { "a", 2, null }));
    }

    [Fact]
    public void Times_FollowTheTypeOfTheirField()
    {
        var unspecified = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var utc = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        var elsewhere = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(-8));

        Assert.Equal("2026-03-01", Value(unspecified, FieldType.Date));
        Assert.Equal("2026-02-28T23:00:00.000Z", Value(unspecified, FieldType.DateTime));
        Assert.Equal("2026-03-01", Value(unspecified, FieldType.Unknown));
        Assert.Equal("2026-03-01", Value(utc, FieldType.Date));
        Assert.Equal("2026-03-01T12:00:00.000Z", Value(utc, FieldType.Unknown));
        Assert.Equal("2026-03-01", Value(elsewhere, FieldType.Date));
        Assert.Equal("2026-03-02T07:00:00.000Z", Value(elsewhere, FieldType.DateTime));
        Assert.Equal("2026-03-01", Value(new DateOnly(2026, 3, 1), FieldType.Date));
        Assert.Equal("2026-02-28T23:00:00.000Z", Value(new DateOnly(2026, 3, 1), FieldType.DateTime));
    }

    [Fact]
    public void TypeOfTheFieldOnTheLeft_IsAskedForEvenInsideAList()
    {
        var asked = new List<string>();

        SoqlBinder.Bind(
            "SELECT Id FROM Account WHERE Founded__c IN (2026-01-01, :a) AND NOT (Owner.CreatedDate NOT IN :b)",
            new Dictionary<string, object?> { ["a"] = new DateOnly(2026, 1, 2), ["b"] = new[] { DateTime.UnixEpoch } },
            path =>
            {
                asked.Add(path);
                return FieldType.Date;
            },
            TimeZoneInfo.Utc);

        Assert.Equal(["Founded__c", "Owner.CreatedDate"], asked);
    }

    [Theory]
    [InlineData("Id IN :x", "Id IN ('a','b')")]
    [InlineData("Id NOT IN :x", "Id NOT IN ('a','b')")]
    [InlineData("Interests__c INCLUDES :x", "Interests__c INCLUDES ('a','b')")]
    [InlineData("Id IN (:x)", "Id IN ('a','b')")]
    [InlineData("Id IN ('c', :x)", "Id IN ('c', 'a','b')")]
    public void List_GoesBehindAnySetOperator(string condition, string bound) =>
        Assert.Equal($"SELECT Id FROM Account WHERE {bound}", Bind($"SELECT Id FROM Account WHERE {condition}", ("x", new[] { "a", "b" })));

    [Fact]
    public void SingleValueBehindIn_IsAListOfOne() =>
        Assert.Equal("SELECT Id FROM Account WHERE Id IN ('a')", Bind("SELECT Id FROM Account WHERE Id IN :x", ("x", "a")));

    [Theory]
    [InlineData("Name IN :x AND Phone = null", "Id = null AND Phone = null")]
    [InlineData("Owner.Name NOT IN :x", "Id != null")]
    [InlineData("Name IN:x", "Id = null")]
    public void EmptyList_IsAConditionThatIsNeverOrAlwaysTrue(string condition, string bound) =>
        Assert.Equal($"SELECT Id FROM Account WHERE {bound}", Bind($"SELECT Id FROM Account WHERE {condition}", ("x", Array.Empty<string>())));

    [Fact]
    public void NullBehindIn_IsAnEmptyListButBehindNotInItIsRefused()
    {
        Assert.Equal("SELECT Id FROM Account WHERE Id = null", Bind("SELECT Id FROM Account WHERE Name IN :x", ("x", null)));

        var refused = Assert.Throws<SalesforceException>(() => Bind("SELECT Id FROM Account WHERE Name NOT IN :x", ("x", null)));
        Assert.Equal(("INVALID_PARAMETER", "A list behind NOT IN is null, which would exclude nothing. If that is meant, give an empty list."), (refused.ErrorCode, refused.Message));
    }

    [Theory]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:n", "SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:30")]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate > n_fiscal_years_ago:n LIMIT :n", "SELECT Id FROM Account WHERE CreatedDate > n_fiscal_years_ago:30 LIMIT 30")]
    [InlineData("SELECT Id FROM Account WHERE Name = ':n' AND Rating__c = :N", "SELECT Id FROM Account WHERE Name = ':n' AND Rating__c = 30")]
    [InlineData(@"SELECT Id FROM Account WHERE Name = 'it\'s :n' AND Rating__c=:n", @"SELECT Id FROM Account WHERE Name = 'it\'s :n' AND Rating__c=30")]
    public void Names_AreReplacedOnlyWhereTheyAreParameters(string soql, string bound) => Assert.Equal(bound, Bind(soql, ("n", 30)));

    [Fact]
    public void NameWithoutValue_IsRefused()
    {
        var refused = Assert.Throws<SalesforceException>(() => Bind("SELECT Id FROM Account WHERE Name = :name", ("nme", "x")));

        Assert.Equal(("INVALID_PARAMETER", "The query has the parameter ':name', for which no value is given."), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public void ValueWithoutName_IsRefused()
    {
        var refused = Assert.Throws<SalesforceException>(() => Bind("SELECT Id FROM Account WHERE Name = ':name'", ("name", "x")));

        Assert.Equal("INVALID_PARAMETER", refused.ErrorCode);
        Assert.StartsWith("A value is given for the parameter 'name', which the query does not have.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void ValueWithoutALiteral_IsRefused(object value, string why)
    {
        var refused = Assert.Throws<SalesforceException>(() => Bind("SELECT Id FROM Account WHERE Name = :name", ("name", value)));

        Assert.Equal("INVALID_PARAMETER", refused.ErrorCode);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<object, string> Unusable => new()
    {
        { double.NaN, "not a finite number" },
        { float.PositiveInfinity, "not a finite number" },
        { TimeSpan.FromHours(25), "not a time of day" },
        { TimeSpan.FromHours(-1), "not a time of day" },
        { new Dictionary<string, object>(), "a table of names and values" },
        { new Version(1, 0), "a Version" },
        { new RecordClassCache().Get("Account", ["Name"]).Create(["x"]), "a Account record without its Id" },
    };

    private static string Value(object? value, FieldType type = FieldType.Unknown) =>
        SoqlBinder.Bind("SELECT Id FROM A WHERE F=:x", new Dictionary<string, object?> { ["x"] = value }, _ => type, Zones.Berlin)["SELECT Id FROM A WHERE F=".Length..];

    private static string Bind(string soql, params (string Name, object? Value)[] parameters) =>
        SoqlBinder.Bind(soql, parameters.ToDictionary(pair => pair.Name, pair => pair.Value), _ => FieldType.Unknown, TimeZoneInfo.Utc);
}
