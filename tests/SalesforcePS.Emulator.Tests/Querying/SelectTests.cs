using System.Text.Json;
using SalesforcePS.Emulator.Soql.Binding;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class SelectTests : IDisposable
{
    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Record_ShowsAttributesAndFieldsInOrderOfTheSelectList()
    {
        var id = org.Create("Account", ("Name", "Acme"), ("AnnualRevenue", 100), ("NumberOfEmployees", 7));
        var page = org.Query("select numberofemployees, NAME, AnnualRevenue, Phone, IsDeleted from account");
        Assert.Equal(
            $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{id}}"},"NumberOfEmployees":7,"Name":"Acme","AnnualRevenue":100.0,"Phone":null,"IsDeleted":false}]}""",
            QueryOrg.Text(page));
    }

    [Fact]
    public void NothingFound_GivesAnEmptyPage() =>
        Assert.Equal("""{"totalSize":0,"done":true,"records":[]}""", QueryOrg.Text(org.Query("SELECT Id FROM Account")));

    [Fact]
    public void ParentPath_IsNestedAtItsFirstMention()
    {
        var account = org.Create("Account", ("Name", "Acme"));
        org.Create("Contact", ("LastName", "Young"), ("AccountId", account));
        var record = Only(org.Json("SELECT Account.Name, LastName, Account.Owner.Alias, Account.Id FROM Contact"));
        Assert.Equal(["attributes", "Account", "LastName"], record.EnumerateObject().Select(property => property.Name));
        var parent = record.GetProperty("Account");
        Assert.Equal(["attributes", "Name", "Owner", "Id"], parent.EnumerateObject().Select(property => property.Name));
        Assert.Equal($"/services/data/v64.0/sobjects/Account/{account}", parent.GetProperty("attributes").GetProperty("url").GetString());
        Assert.Equal("admin", parent.GetProperty("Owner").GetProperty("Alias").GetString());
        Assert.Equal("User", parent.GetProperty("Owner").GetProperty("attributes").GetProperty("type").GetString());
    }

    [Fact]
    public void MissingParent_IsNull()
    {
        org.Create("Contact", ("LastName", "Young"));
        Assert.Equal(JsonValueKind.Null, Only(org.Json("SELECT Account.Owner.Name FROM Contact")).GetProperty("Account").ValueKind);
    }

    [Fact]
    public void DeletedParent_IsNull()
    {
        var account = org.Create("Account", ("Name", "Acme"));
        org.Create("Sample__c", ("Name", "S"), ("Account__c", account));
        org.Records.TryDelete(account);
        Assert.Equal(JsonValueKind.Null, Only(org.Json("SELECT Account__r.Name FROM Sample__c")).GetProperty("Account__r").ValueKind);
        Assert.Empty(org.Values("SELECT Id FROM Sample__c WHERE Account__r.Name = 'Acme'"));
    }

    [Fact]
    public void PolymorphicParent_HasTheTypeOfTheRecordThatItIs()
    {
        var account = org.Create("Account", ("Name", "Acme"));
        var number = org.Create("Case", ("Subject", "Broken"));
        org.Create("Task", ("Subject", "one"), ("WhatId", account));
        org.Create("Task", ("Subject", "two"), ("WhatId", number));
        org.Create("Task", ("Subject", "three"));
        var records = org.Json("SELECT What.Name, What.Type, WhatId FROM Task ORDER BY CreatedDate, Id").GetProperty("records");
        Assert.Equal("Account", records[0].GetProperty("What").GetProperty("attributes").GetProperty("type").GetString());
        Assert.Equal("Acme", records[0].GetProperty("What").GetProperty("Name").GetString());
        Assert.Equal("Case", records[1].GetProperty("What").GetProperty("Type").GetString());
        Assert.Equal(JsonValueKind.Null, records[2].GetProperty("What").ValueKind);
        Assert.Equal([account], org.Values("SELECT WhatId FROM Task WHERE What.Type IN ('account', 'Opportunity')"));
        Assert.Equal([account], org.Values("SELECT WhatId FROM Task WHERE What.Name = 'ACME'"));
    }

    [Fact]
    public void ObjectNameAndAlias_PrefixFields()
    {
        org.CreateAccounts("Acme");
        Assert.Equal(["Acme"], org.Values("SELECT Account.Name FROM Account WHERE Account.Name = 'Acme'"));
        Assert.Equal(["Acme"], org.Values("SELECT a.Name FROM Account a ORDER BY a.Name"));
    }

    [Fact]
    public void RelatedObjectsInFrom_LendTheirAliases()
    {
        var account = org.Create("Account", ("Name", "Acme"));
        org.Create("Contact", ("LastName", "Young"), ("AccountId", account));
        var record = Only(org.Json("SELECT c.LastName, a.Name, o.Alias FROM Contact c, c.Account a, a.Owner o WHERE a.Name = 'acme'"));
        Assert.Equal("admin", record.GetProperty("Account").GetProperty("Owner").GetProperty("Alias").GetString());
        Assert.Equal(1, org.Query("SELECT COUNT() FROM Contact, Contact.Account WHERE Account.Name = 'Acme'").TotalSize);
    }

    [Fact]
    public void EveryType_IsShownInItsOwnForm()
    {
        org.Create(
            "Sample__c", ("Name", "S"), ("Ratio__c", 0.5), ("Count__c", 3), ("Flag__c", true), ("Day__c", "2026-02-28"),
            ("Moment__c", "2011-07-07T02:37:00.250+02:00"), ("Clock__c", "08:15:30.000Z"), ("Colours__c", "Blue;Red"));
        var record = Only(org.Json("SELECT Ratio__c, Count__c, Flag__c, Day__c, Moment__c, Clock__c, Colours__c FROM Sample__c"));
        string[] expected = ["0.5", "3", "true", "\"2026-02-28\"", "\"2011-07-07T00:37:00.000+0000\"", "\"08:15:30.000Z\"", "\"Blue;Red\""];
        Assert.Equal(
            expected.Where((_, index) => index != 4),
            record.EnumerateObject().Skip(1).Select(property => property.Value.GetRawText()).Where((_, index) => index != 4));
        Assert.StartsWith("2011-07-07T00:37:00.", record.GetProperty("Moment__c").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("+0000", record.GetProperty("Moment__c").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_ComeTypedForOtherProtocols()
    {
        org.Create("Sample__c", ("Name", "S"), ("Ratio__c", 0.5), ("Count__c", 3), ("Flag__c", true), ("Day__c", "2026-02-28"), ("Clock__c", "08:15:30.000Z"));
        var row = org.Query("SELECT Ratio__c, Count__c, Flag__c, Day__c, Clock__c, Moment__c, CreatedDate, Name FROM Sample__c").Rows[0];
        Assert.Equal(
            [0.5, 3L, true, new DateOnly(2026, 2, 28), new TimeOnly(8, 15, 30), null, org.Records.Time.Now, "S"],
            row.Shape.Items.Cast<FieldItem>().Select(row.Value));
    }

    [Fact]
    public void Address_IsPutTogetherFromItsParts()
    {
        org.Create("Account", ("Name", "Acme"), ("BillingCity", "Oslo"), ("BillingPostalCode", "0150"));
        var record = Only(org.Json("SELECT BillingAddress, ShippingAddress FROM Account"));
        Assert.Equal(
            """{"city":"Oslo","country":null,"countryCode":null,"geocodeAccuracy":null,"latitude":null,"longitude":null,"postalCode":"0150","state":null,"stateCode":null,"street":null}""",
            record.GetProperty("BillingAddress").GetRawText());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("ShippingAddress").ValueKind);
    }

    [Fact]
    public void Blob_IsShownAsItsUrl()
    {
        var account = org.Create("Account", ("Name", "Acme"));
        var id = org.Create("Attachment", ("Name", "a.txt"), ("ParentId", account), ("Body", "aGVsbG8="));
        var record = Only(org.Json("SELECT Body, BodyLength FROM Attachment"));
        Assert.Equal($"/services/data/v64.0/sobjects/Attachment/{id}/Body", record.GetProperty("Body").GetString());
        Assert.Equal(5, record.GetProperty("BodyLength").GetInt32());
    }

    [Fact]
    public void TextThatJsonEscapes_IsKept()
    {
        const string name = "Ünïcode \"quoted\" \\ <b>&'+/ \u2028 \ud83d\ude00";
        org.CreateAccounts(name);
        Assert.Equal([name], org.Values("SELECT Name FROM Account"));
    }

    [Fact]
    public void FieldsFunction_StandsForAllFieldsOfItsGroup()
    {
        org.Create("Sample__c", ("Name", "S"), ("Key__c", "k"));
        Assert.Equal(
            ["attributes", "Key__c", "Colours__c", "Ratio__c", "Count__c", "Flag__c", "Day__c", "Moment__c", "Clock__c", "Account__c", "Size__c", "Parts__c"],
            Only(org.Json("SELECT FIELDS(CUSTOM) FROM Sample__c LIMIT 200")).EnumerateObject().Select(property => property.Name));
        Assert.Equal("S", Only(org.Json("SELECT FIELDS(STANDARD) FROM Sample__c")).GetProperty("Name").GetString());
        Assert.Equal("k", Only(org.Json("SELECT FIELDS(ALL) FROM Sample__c LIMIT 1")).GetProperty("Key__c").GetString());
    }

    [Fact]
    public void ForView_TellsWhenTheRecordWasViewed()
    {
        org.CreateAccounts("viewed", "referenced", "neither");
        Assert.Equal(1, org.Query("SELECT Id FROM Account WHERE Name = 'viewed' FOR VIEW").TotalSize);
        Assert.Equal(1, org.Query("SELECT Id FROM Account WHERE Name = 'referenced' FOR REFERENCE").TotalSize);
        Assert.Equal(["viewed"], org.Values("SELECT Name FROM Account WHERE LastViewedDate = TODAY"));
        Assert.Equal(["viewed", "referenced"], org.Values("SELECT Name FROM Account WHERE LastReferencedDate != null ORDER BY Id"));
    }

    private static JsonElement Only(JsonElement page) => Assert.Single(page.GetProperty("records").EnumerateArray());
}
