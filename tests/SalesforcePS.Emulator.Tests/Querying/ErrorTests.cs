using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class ErrorTests : IDisposable
{
    private const string Advice = " Please reference your WSDL or the describe call for the appropriate names.";

    private const string FilterNeeded = "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId "
        + "using the equals operator or multiple Id's using the IN operator.";

    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void UnknownField_IsPointedAt()
    {
        var exception = org.Refused("SELECT Bacon__c FROM Account LIMIT 2");
        Assert.Equal("INVALID_FIELD", exception.ErrorCode);
        Assert.Equal(
            "\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'. "
            + "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name." + Advice,
            exception.Message);
        Assert.Equal((1, 8, 400), (exception.Row, exception.Column, exception.HttpStatus));
    }

    [Fact]
    public void UnknownObject_IsPointedAt()
    {
        var exception = org.Refused("select count() from XYZZY");
        Assert.Equal("INVALID_TYPE", exception.ErrorCode);
        Assert.Equal(
            "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. "
            + "If you are attempting to use a custom object, be sure to append the '__c' after the entity name." + Advice,
            exception.Message);
    }

    [Theory]
    [InlineData(
        "select Id, ProductCode from Product2 where ProductCode = 3999",
        "ProductCode from Product2 where ProductCode = 3999\n                                ^\nERROR at Row:1:Column:44")]
    [InlineData(
        "SELECT Id, Jigsaw, Fax, Name, Site, Account.Phone, Account.Rating, Account.RecordTypeIdd, Account.ShippingCity, Account.Type FROM Account",
        "Account.Phone, Account.Rating, Account.RecordTypeIdd, Account.ShippingCity\n                               ^\nERROR at Row:1:Column:68")]
    [InlineData("SELECT Id\nFROM Account\r\nWHERE Owner.Flag__c = true", "WHERE Owner.Flag__c = true\n      ^\nERROR at Row:3:Column:7")]
    public void Excerpt_ShowsTheWordsAroundTheFault(string soql, string expected) =>
        Assert.StartsWith($"\n{expected}\n", org.Refused(soql).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT Foo.Name FROM Contact", "INVALID_FIELD", "Didn't understand relationship 'Foo' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name." + Advice)]
    [InlineData("SELECT Account.Bacon__c FROM Contact", "INVALID_FIELD", "No such column 'Bacon__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name." + Advice)]
    [InlineData("SELECT Contact..FirstName FROM Contact", "INVALID_FIELD", "Didn't understand relationship '' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name." + Advice)]
    [InlineData("SELECT Who.AccountId FROM Task", "INVALID_FIELD", "No such column 'AccountId' on entity 'Name'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name." + Advice)]
    [InlineData("SELECT Id, (SELECT Id FROM Foos) FROM Account", "INVALID_TYPE", "Didn't understand relationship 'Foos' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name." + Advice)]
    [InlineData("SELECT Id FROM Account WHERE NumberOfEmployees = '5'", "INVALID_FIELD", "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes")]
    [InlineData("SELECT Id FROM Sample__c WHERE Ratio__c = 'x'", "INVALID_FIELD", "value of filter criterion for field 'Ratio__c' must be of type double and should not be enclosed in quotes")]
    [InlineData("SELECT Id FROM Contact WHERE Account.Name = 5", "INVALID_FIELD", "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes")]
    [InlineData("SELECT Id FROM Account WHERE IsDeleted = 'false'", "INVALID_FIELD", "value of filter criterion for field 'IsDeleted' must be of type boolean and should not be enclosed in quotes")]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate > 2020-01-01", "INVALID_FIELD", "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes")]
    [InlineData("SELECT Id FROM Account WHERE Id = 'abc'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: abc")]
    [InlineData("SELECT Id FROM Contact WHERE AccountId IN ('zzz')", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: zzz")]
    [InlineData("SELECT Id FROM Account WHERE Id LIKE '001%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field")]
    [InlineData("SELECT Id FROM Sample__c WHERE Colours__c LIKE 'R%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on multipicklist field")]
    [InlineData("SELECT Id FROM Account WHERE Name INCLUDES ('R')", "INVALID_QUERY_FILTER_OPERATOR", "includes or excludes operator only valid on multipicklist field")]
    [InlineData("SELECT Id FROM Account WHERE Description = 'x'", "INVALID_FIELD", "field 'Description' can not be filtered in a query call")]
    [InlineData("SELECT Id FROM Account ORDER BY Description", "MALFORMED_QUERY", "field 'Description' can not be sorted in a query call")]
    [InlineData("SELECT Description FROM Account GROUP BY Description", "MALFORMED_QUERY", "field 'Description' can not be grouped in a query call")]
    [InlineData("SELECT Name, COUNT(Id) FROM Account", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name")]
    [InlineData("SELECT COUNT(Id) FROM Account GROUP BY Industry ORDER BY Name", "MALFORMED_QUERY", "Ordered field must be grouped or aggregated: Name")]
    [InlineData("SELECT SUM(Name) FROM Account", "MALFORMED_QUERY", "field Name does not support aggregate operator SUM")]
    [InlineData("SELECT Id FROM Account WHERE Name = :name", "MALFORMED_QUERY", "Bind variables only allowed in Apex code")]
    [InlineData("SELECT Id FROM Account WHERE Id IN :ids", "MALFORMED_QUERY", "Bind variables only allowed in Apex code")]
    [InlineData("SELECT Id FROM Account ALL ROWS", "MALFORMED_QUERY", "ALL ROWS not allowed in this context")]
    [InlineData("SELEKT Id FROM Account", "MALFORMED_QUERY", "unexpected token: 'SELEKT'")]
    [InlineData("SELECT Id FROM Account WHERE", "MALFORMED_QUERY", "unexpected token: '<EOF>'")]
    [InlineData("SELECT Id FROM Account WHERE Id IN ()", "MALFORMED_QUERY", "unexpected token: 'Id IN ()'")]
    [InlineData("SELECT Id FROM Account WHERE (Name = 'a' AND Site = 'b') OR Site = 'c' AND Name = 'd'", "MALFORMED_QUERY", "unexpected token: 'AND'")]
    [InlineData("SELECT Id FROM Account WHERE NOT Name = 'a' AND Site = 'b'", "MALFORMED_QUERY", "unexpected token: 'AND'")]
    [InlineData("SELECT Id FROM Account WHERE Name = 'a' AND NOT Site = 'b'", "MALFORMED_QUERY", "unexpected token: 'NOT'")]
    [InlineData("SELECT Id FROM Account WHERE Name LIKE NULL", "MALFORMED_QUERY", "unexpected token: 'NULL'")]
    [InlineData("SELECT Id FROM Account WHERE SystemModstamp > 2020-52-12t12:12:00-05:00", "MALFORMED_QUERY", "Invalid datetime: 2020-52-12t12:12:00-05:00")]
    [InlineData("SELECT Id FROM Contact, Account", "MALFORMED_QUERY", "A driving SObject type has already been set, all other entity types in the FROM clause must be relationships to the initial object.  The driving object is Contact.")]
    [InlineData("SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM Case))", "MALFORMED_QUERY", "Nesting of semi join sub-selects is not supported")]
    [InlineData("SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) OR Name = 'x'", "MALFORMED_QUERY", "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.")]
    [InlineData("SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)", "MALFORMED_QUERY", "The inner and outer selects should not be on the same object type")]
    [InlineData("SELECT Id FROM Contact WHERE Id IN (SELECT WhoId FROM Task)", "MALFORMED_QUERY", "Entity 'Task' is not supported for semi join inner selects")]
    [InlineData("SELECT Id FROM Account WITH USER_MODE", "MALFORMED_QUERY", "WITH USER_MODE is allowed in Apex only")]
    [InlineData("SELECT Id FROM Account WITH DATA CATEGORY Geo__c AT x__c", "MALFORMED_QUERY", "WITH DATA CATEGORY is not supported for entity 'Account'")]
    [InlineData("SELECT Id FROM Account USING SCOPE team", "INVALID_QUERY_SCOPE", "Scope 'team' is not supported for entity 'Account'")]
    [InlineData("SELECT Id FROM Contact USING LOOKUP A__c.B__c BIND Id = 'x'", "INVALID_QUERY_SCOPE", "Scope 'LOOKUP' is not supported for entity 'Contact'")]
    [InlineData("SELECT Id FROM Profile USING SCOPE mine", "INVALID_QUERY_SCOPE", "Scope 'mine' is not supported for entity 'Profile'")]
    [InlineData("SELECT TYPEOF Account WHEN Account THEN Phone END FROM Contact", "MALFORMED_QUERY", "TYPEOF can not be used with 'Account', which is no polymorphic relationship")]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Phone WHEN Account THEN Name END FROM Task", "MALFORMED_QUERY", "Account is not a type of 'What', or stands there twice")]
    [InlineData("SELECT TYPEOF What WHEN User THEN Phone END FROM Task", "MALFORMED_QUERY", "User is not a type of 'What', or stands there twice")]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Phone ELSE Amount END FROM Task", "INVALID_FIELD", "No such column 'Amount' on entity 'Name'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name." + Advice)]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Id END, FORMAT(CreatedDate) FROM Task", "MALFORMED_QUERY", "TYPEOF can not be used in a query with functions in the SELECT clause")]
    [InlineData("SELECT COUNT(Id), TYPEOF What WHEN Account THEN Id END FROM Task", "MALFORMED_QUERY", "Grouped queries cannot select subqueries or TYPEOF expressions")]
    [InlineData("SELECT Industry, COUNT(Id) FROM Account GROUP BY ROLLUP(Industry, Type, Rating, Ownership)", "MALFORMED_QUERY", "GROUP BY ROLLUP takes no more than 3 fields")]
    [InlineData("SELECT Industry, GROUPING(Industry) FROM Account GROUP BY Industry", "MALFORMED_QUERY", "GROUPING() needs GROUP BY ROLLUP or GROUP BY CUBE")]
    [InlineData("SELECT convertTimezone(CreatedDate) FROM Account", "MALFORMED_QUERY", "convertTimezone() can be used only inside of a date function")]
    [InlineData("SELECT Id FROM Account WHERE FORMAT(Name) = 'x'", "MALFORMED_QUERY", "FORMAT() is allowed in the SELECT clause only")]
    [InlineData("SELECT Id FROM Account WHERE convertCurrency(AnnualRevenue) > 5", "MALFORMED_QUERY", "convertCurrency() is allowed in the SELECT clause only")]
    [InlineData("SELECT Id FROM Account ORDER BY convertCurrency(AnnualRevenue)", "MALFORMED_QUERY", "convertCurrency() can not be used in ORDER BY")]
    [InlineData("SELECT Id FROM Opportunity WHERE CloseDate > 1699-12-31", "MALFORMED_QUERY", "Invalid date: 1699-12-31")]
    [InlineData("SELECT Id FROM Opportunity WHERE CreatedDate < 4001-01-01T00:00:00Z", "MALFORMED_QUERY", "Invalid datetime: 4001-01-01T00:00:00Z")]
    [InlineData("SELECT toLabel(BillingAddress) FROM Account", "MALFORMED_QUERY", "toLabel() does not take BillingAddress")]
    [InlineData("SELECT toLabel(CreatedDate) FROM Account", "MALFORMED_QUERY", "toLabel() does not take CreatedDate")]
    [InlineData("SELECT convertCurrency(Name) FROM Account", "MALFORMED_QUERY", "convertCurrency() does not take Name")]
    [InlineData("SELECT Id FROM Account WHERE AnnualRevenue > EUR5", "MALFORMED_QUERY", "EUR is not an active currency of this org")]
    [InlineData("SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') = 5", "INVALID_QUERY_FILTER_OPERATOR", "DISTANCE can only be compared by < and >")]
    [InlineData("SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'ft') < 5", "MALFORMED_QUERY", "Invalid distance unit. Valid units are 'mi' and 'km'.")]
    [InlineData("SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(91, 2), 'mi') < 5", "MALFORMED_QUERY", "91 is not between -90 and 90 degrees")]
    [InlineData("SELECT Id FROM Account WHERE DISTANCE(Name, GEOLOCATION(1, 2), 'mi') < 5", "MALFORMED_QUERY", "Name is not a location field")]
    public void Fault_EndsWithItsReasonAfterThePosition(string soql, string code, string reason)
    {
        var exception = org.Refused(soql);
        Assert.Equal(code, exception.ErrorCode);
        Assert.EndsWith($"\nERROR at Row:1:Column:{exception.Column}\n{reason}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "MALFORMED_QUERY", "SOQL statements cannot be empty or null")]
    [InlineData("SELECT Id FROM ContentDocumentLink", "MALFORMED_QUERY", FilterNeeded)]
    [InlineData("SELECT Id FROM ContentDocumentLink WHERE Visibility = 'AllUsers'", "MALFORMED_QUERY", FilterNeeded)]
    [InlineData("SELECT Id, Id FROM Account", "INVALID_FIELD", "duplicate field selected: Id")]
    [InlineData("SELECT Id, FIELDS(ALL) FROM User LIMIT 200", "INVALID_FIELD", "duplicate field selected: Id")]
    [InlineData("SELECT Name n FROM Account", "MALFORMED_QUERY", "only aggregate expressions use field aliasing")]
    [InlineData("SELECT Name n, COUNT(Id) n FROM Account GROUP BY Name", "MALFORMED_QUERY", "duplicate alias: n")]
    [InlineData("SELECT MAX(CreatedDate) FROM Account LIMIT 1", "MALFORMED_QUERY", "Non-grouped query that uses overall aggregate functions cannot also use LIMIT")]
    [InlineData("SELECT FIELDS(ALL) FROM Account LIMIT 201", "MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most 200")]
    [InlineData("SELECT Id FROM Account OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed for apiName Account is 2000")]
    [InlineData("SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account", "MALFORMED_QUERY", "only root queries support aggregate expressions")]
    [InlineData("SELECT Id from $casecomment", "MALFORMED_QUERY", "line 1:15 unexpected token: '$'")]
    public void Fault_OfTheWholeStatementHasNoExcerpt(string soql, string code, string message)
    {
        var exception = org.Refused(soql);
        Assert.Equal((code, message), (exception.ErrorCode, exception.Message));
    }

    [Fact]
    public void DeepNesting_IsRefusedNotOverflowing()
    {
        var depth = new string('(', 20_000);
        Assert.Equal("MALFORMED_QUERY", org.Refused($"SELECT Id FROM Account WHERE {depth}Name = 'a'").ErrorCode);
    }

    [Fact]
    public void SemanticallyInvalidQueries_AreRefused()
    {
        var path = ReferenceData.Find("soql/soql-semantic-invalid.jsonl");
        Assert.SkipUnless(path is not null, "The semantically invalid queries are not here.");
        foreach (var line in File.ReadLines(path!))
        {
            using var entry = JsonDocument.Parse(line);
            var exception = org.Refused(entry.RootElement.GetProperty("soql").GetString()!);
            if (entry.RootElement.TryGetProperty("errorCode", out var code))
                Assert.Equal(code.GetString(), exception.ErrorCode);
        }
    }
}
