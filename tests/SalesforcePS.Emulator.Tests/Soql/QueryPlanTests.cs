using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Translation;
using SalesforcePS.Emulator.Tests.Querying;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soql;

/// <summary>The cost of a query that names an id, an external id or a parent must not grow with the table.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private const string Id = "001gL0000000001";
    private const string Contact = "003gL0000000001";
    private const string Owner = "005gL0000000001";

    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData($"SELECT Id FROM Account WHERE Id = '{Id}'")]
    [InlineData($"SELECT Id FROM Account WHERE Id IN ('{Id}', '{Id}') ORDER BY Name")]
    [InlineData($"SELECT Id FROM Account WHERE Id = '{Id}' OR Id = '{Id}'")]
    [InlineData("SELECT Id FROM Sample__c WHERE Key__c = 'k'")]
    [InlineData("SELECT Id FROM Sample__c WHERE Key__c IN ('k', 'l') LIMIT 10")]
    [InlineData($"SELECT Id FROM Contact WHERE AccountId = '{Id}' ORDER BY LastName")]
    [InlineData($"SELECT Id FROM Contact WHERE AccountId = '{Id}' LIMIT 1")]
    [InlineData($"SELECT Id FROM Contact WHERE AccountId = '{Id}' AND LastName LIKE 'a%' AND Account.Name != 'x'")]
    [InlineData($"SELECT Id FROM Sample__c WHERE Account__c IN ('{Id}')")]
    [InlineData("SELECT Id FROM Account WHERE Name = 'Acme'")]
    [InlineData("SELECT Id FROM Account WHERE Name = '\u00e9cole'")]
    [InlineData("SELECT Id FROM Sample__c WHERE Key__c = '\u00e9' AND Ratio__c > 5")]
    [InlineData($"SELECT Id FROM Account WHERE Id = '{Id}QAA' AND Id IN (SELECT AccountId FROM Contact)")]
    [InlineData($"SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id = '{Contact}')")]
    [InlineData($"SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name = 'Acme')")]
    [InlineData($"SELECT Id FROM Contact WHERE Account.Id = '{Id}'")]
    [InlineData($"SELECT COUNT() FROM Contact WHERE AccountId = '{Id}'")]
    [InlineData($"SELECT Id FROM Account WHERE OwnerId = '{Owner}'")]
    [InlineData($"SELECT Id FROM Account WHERE OwnerId IN ('{Owner}') ORDER BY Name")]
    [InlineData($"SELECT Id FROM Task WHERE WhatId = '{Id}' AND Subject LIKE '%x%'")]
    [InlineData("SELECT Id FROM Contact WHERE Account.Name = 'Acme'")]
    public void Keys_AreFoundByIndex(string soql) => AssertNoScan(Translator(soql).Keys(), "[]");

    [Theory]
    [InlineData($"SELECT Id FROM Account WHERE OwnerId = '{Owner}' AND Name = 'Acme'", "Account.Name")]
    [InlineData($"SELECT Id FROM Contact WHERE OwnerId IN ('{Owner}') AND AccountId = '{Id}'", "Contact.AccountId")]
    [InlineData($"SELECT Id FROM Account WHERE OwnerId = '{Owner}' AND Id = '{Id}'", "Account.Id")]
    public void Owner_GivesWayToBetterIndexes(string soql, string index) =>
        Assert.Contains(Plan(Translator(soql).Keys(), "[]"), step => step.Contains($"USING INDEX {index}", StringComparison.Ordinal));

    [Fact]
    public void LongList_IsFoundByIndex() =>
        AssertNoScan(Translator($"SELECT Id FROM Account WHERE Id IN ({string.Join(',', Enumerable.Repeat($"'{Id}'", 1_000))})").Keys(), "[]");

    [Fact]
    public void RowsOfAPage_AreFoundByKey() =>
        AssertNoScan(Translator("SELECT Id, Name, Owner.Name, Parent.Owner.Name FROM Account").Rows(), "[1,2]");

    [Fact]
    public void Children_AreFoundByTheirParent()
    {
        var query = Bind("SELECT Id, (SELECT LastName, Owner.Name FROM Contacts WHERE LastName != 'x' ORDER BY LastName) FROM Account");
        AssertNoScan(new QueryTranslator(query.Children[0].Query, includeDeleted: false).ChildKeys(), $"[\"{Id}\"]");
    }

    [Fact]
    public void Values_AreNeverPartOfTheStatement()
    {
        var statement = Translator("SELECT Id FROM Account WHERE Name = 'secret' AND NumberOfEmployees IN (4711) AND Site LIKE 'pattern%'").Keys();
        Assert.Equal(["secret", 4711L, "pattern%"], statement.Parameters);
        Assert.DoesNotMatch("secret|4711|pattern", statement.Text);
    }

    private QueryTranslator Translator(string soql) => new(Bind(soql), includeDeleted: false);

    private BoundQuery Bind(string soql)
    {
        var source = new SoqlText(soql);
        var context = new BindingContext(org.Records.Schema, source, org.Records.Time.Now, Id, new(QuerySettings.Default));
        return new QueryBinder(context).Bind(SoqlParser.Parse(source));
    }

    private void AssertNoScan(SqlStatement statement, string list)
    {
        var steps = Plan(statement, list);
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.False(
            step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal),
            string.Join('\n', steps.Prepend(statement.Text))));
    }

    private List<string> Plan(SqlStatement statement, string list)
    {
        using var connection = org.Records.Database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
        for (var index = 0; index < statement.Parameters.Count; index++)
            command.Parameters.AddWithValue($"@p{index}", statement.Parameters[index]);
        command.Parameters.AddWithValue(SqlStatement.List, list);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
