using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Soql;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Soql;

public sealed class SelectReaderTests
{
    private const string Labelled = "soql/labelled.jsonl";

    [Fact]
    public void ValidQueries_AreAllRead()
    {
        foreach (var query in Queries("valid"))
        {
            var select = SelectReader.Read(query);
            Assert.True(select is { Items.Count: > 0 }, query);
        }
    }

    [Fact]
    public void EveryBeginningOfEveryQuery_IsReadOrRefusedButNeverACrash()
    {
        foreach (var query in Queries("valid").Concat(Queries("invalid")))
        {
            for (var length = 0; length <= query.Length; length++)
            {
                try
                {
                    SelectReader.Read(query[..length]);
                    InListReader.Read(query[..length]);
                }
                catch (SalesforceException refused)
                {
                    Assert.Equal("MALFORMED_QUERY", refused.ErrorCode);
                }
            }
        }
    }

    [Theory]
    [InlineData("select id, Account.Owner.Name from Contact", "Field id; Field Account.Owner.Name", "Contact")]
    [InlineData("SELECT COUNT() FROM Account", "Function COUNT()", "Account")]
    [InlineData("SELECT COUNT(Id) total, MAX(Amount), Name n FROM Opportunity GROUP BY Name", "Function COUNT(Id) total; Function MAX(Amount); Field Name n", "Opportunity")]
    [InlineData("SELECT FORMAT(convertCurrency(Amount)) shown FROM Opportunity", "Function FORMAT(Amount) shown", "Opportunity")]
    [InlineData("SELECT DISTANCE(Spot__c, GEOLOCATION(1,2), 'mi') FROM Account", "Function DISTANCE(Spot__c)", "Account")]
    [InlineData("SELECT Id, (SELECT Id FROM Account.Contacts WHERE Name = 'FROM (') FROM Account", "Field Id; Children Contacts [Field Id]", "Account")]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount, name ELSE Id END FROM Task", "TypeOf What [Phone,Name,Amount,Id]", "Task")]
    [InlineData("SELECT FIELDS(ALL) FROM Account LIMIT 200", "Function FIELDS(ALL)", "Account")]
    [InlineData("SELECT c.Name, a.Owner.Name, MAX(c.Amount) FROM Contact c, c.Account AS a WHERE c.Name = 'x'", "Field Name; Field Account.Owner.Name; Function MAX(Amount)", "Contact")]
    [InlineData("SELECT a.Id, (SELECT c.Id FROM a.Contacts c) FROM Account a", "Field Id; Children Contacts [Field Id]", "Account")]
    [InlineData("SELECT Id FROM Order ORDER BY Id", "Field Id", "Order")]
    public void SelectList_IsReadWithItsRealNames(string soql, string items, string from)
    {
        var select = SelectReader.Read(soql)!;

        Assert.Equal(items, string.Join("; ", select.Items.Select(Describe)));
        Assert.Equal(from, select.From);
    }

    [Theory]
    [InlineData("")]
    [InlineData("FIND {x}")]
    [InlineData("SELECT Id")]
    [InlineData("SELECT Id FROM")]
    [InlineData("SELECT Id FROM 'x'")]
    public void TextThatIsNoSelect_IsNothing(string soql) => Assert.Null(SelectReader.Read(soql));

    private static string Describe(SelectItem item) => item switch
    {
        SelectedField field => $"Field {field.Path} {field.Alias}".TrimEnd(),
        SelectedFunction function => $"Function {function.Name}({function.Argument}) {function.Alias}".TrimEnd(),
        SelectedTypeOf typeOf => $"TypeOf {typeOf.Relationship} [{string.Join(',', typeOf.Fields)}]",
        SelectedChildren children => $"Children {children.Statement.From} [{string.Join("; ", children.Statement.Items.Select(Describe))}]",
        _ => throw new NotSupportedException(),
    };

    private static IEnumerable<string> Queries(string label)
    {
        foreach (var line in File.ReadLines(ReferenceData.Find(Labelled)))
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.GetProperty("label").GetString() == label)
                yield return entry.RootElement.GetProperty("query").GetString()!;
        }
    }
}
