using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class FunctionTests : IDisposable
{
    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Format_WritesAsTheUsersLocaleDoes()
    {
        org.Create("Opportunity", ("Name", "o"), ("StageName", "Prospecting"), ("CloseDate", "2015-12-28"), ("Amount", 44000), ("Probability", 7.5));
        org.Create("Sample__c", ("Count__c", 1234567), ("Ratio__c", 1234.5), ("Moment__c", "2025-04-10T15:31:37Z"), ("Clock__c", "08:05:00Z"));
        Assert.Equal("$44,000.00", org.Values("SELECT FORMAT(Amount) FROM Opportunity")[0]);
        Assert.Equal(["12/28/2015"], org.Values("SELECT FORMAT(CloseDate) FROM Opportunity"));
        Assert.Equal(["1,234,567"], org.Values("SELECT FORMAT(Count__c) FROM Sample__c"));
        Assert.Equal(["1,234.500000"], org.Values("SELECT FORMAT(Ratio__c) FROM Sample__c"));
        Assert.Equal(["4/10/2025, 3:31 PM"], org.Values("SELECT FORMAT(Moment__c) FROM Sample__c"));
        Assert.Equal(["8:05 AM"], org.Values("SELECT FORMAT(Clock__c) FROM Sample__c"));
        org.Records.Update("User", QueryOrg.UserId, ("LocaleSidKey", "de_DE"), ("TimeZoneSidKey", "Europe/Berlin"));
        Assert.Equal(["10.04.2025, 17:31"], org.Values("SELECT FORMAT(Moment__c) FROM Sample__c"));
        Assert.Equal(["1.234,500000"], org.Values("SELECT FORMAT(Ratio__c) FROM Sample__c"));
        Assert.Equal(["44.000,00 $"], [.. org.Values("SELECT FORMAT(Amount) FROM Opportunity").Select(text => text.Replace('\u00a0', ' '))]);
    }

    [Fact]
    public void Functions_StandInTheirFieldsPlaceOrUnderAnAlias()
    {
        org.Create("Opportunity", ("Name", "o"), ("StageName", "Prospecting"), ("CloseDate", "2015-12-28"), ("Amount", 5));
        Assert.Equal("""{"Amount":5.0,"Amt":"$5.00","converted":5.0,"text":"$5.00"}""", Values(
            "SELECT Amount, FORMAT(amount) Amt, convertCurrency(amount) converted, FORMAT(convertCurrency(amount)) text FROM Opportunity"));
        Assert.Equal("""{"Amount":5.0,"CloseDate":"12/28/2015"}""", Values("SELECT convertCurrency(Amount), FORMAT(CloseDate) FROM Opportunity"));
        Assert.Equal("""{"Amt":"12/28/2015"}""", Values("SELECT FORMAT(MIN(closedate)) Amt FROM opportunity"));
        Assert.Equal("""{"expr0":"$5.00"}""", Values("SELECT FORMAT(SUM(Amount)) FROM opportunity"));
        Assert.Equal("duplicate field selected: Amount", org.Refused("SELECT Amount, FORMAT(Amount) FROM Opportunity").Message);
    }

    [Fact]
    public void ToLabel_ShowsAndFindsLabels()
    {
        org.Create("Sample__c", ("Name", "one"), ("Size__c", "S"), ("Parts__c", "a;b;c"));
        org.Create("Sample__c", ("Name", "two"), ("Size__c", "M"));
        org.Create("Sample__c", ("Name", "three"), ("Size__c", "other"));
        Assert.Equal(["Small", "M", "other"], org.Values("SELECT toLabel(Size__c) FROM Sample__c"));
        Assert.Equal("""{"Size__c":"Small","Parts__c":"b;Bolt;c"}""", Values("SELECT toLabel(Size__c), toLabel(Parts__c) FROM Sample__c WHERE Name = 'one'"));
        Assert.Equal(["one"], org.Values("SELECT Name FROM Sample__c WHERE toLabel(Size__c) = 'small'"));
        Assert.Equal(["one"], org.Values("SELECT Name FROM Sample__c WHERE toLabel(Size__c) LIKE 'sm%'"));
        Assert.Equal(
            ["other", "M", "Small"],
            org.Values("SELECT toLabel(Size__c) size, COUNT(Id) FROM Sample__c GROUP BY Size__c ORDER BY Size__c DESC"));
        org.Create("Contact", ("LastName", "c"), ("LeadSource", "Web"));
        Assert.Equal("""{"CreatedBy":{"Name":"Emulator Administrator"}}""", Values("SELECT toLabel(CreatedBy.Name) FROM Contact"));
    }

    [Fact]
    public void Distance_FiltersSortsAndIsShown()
    {
        org.Create("Account", ("Name", "Ferry Building"), ("BillingLatitude", 37.79302), ("BillingLongitude", -122.394507));
        org.Create("Account", ("Name", "Oakland"), ("BillingLatitude", 37.804363), ("BillingLongitude", -122.271114));
        org.Create("Account", ("Name", "Berlin"), ("BillingLatitude", 52.52), ("BillingLongitude", 13.405));
        org.Create("Account", ("Name", "Nowhere"));
        org.Create("Account", ("Name", "Half"), ("BillingLatitude", 37.7));
        const string Center = "DISTANCE(BillingAddress, GEOLOCATION(37.775, -122.418), 'mi')";
        Assert.Equal(["Ferry Building", "Oakland"], org.Values($"SELECT Name FROM Account WHERE {Center} < 20 ORDER BY {Center}"));
        Assert.Equal(["Berlin"], org.Values($"SELECT Name FROM Account WHERE {Center} > 20"));
        Assert.Equal(["Berlin", "Oakland", "Ferry Building"], org.Values($"SELECT Name FROM Account WHERE BillingLongitude != null ORDER BY {Center} DESC"));
        var row = org.Json("SELECT Name, DISTANCE(BillingAddress, GEOLOCATION(48.8566, 2.3522), 'km') km FROM Account WHERE Name = 'Berlin'").GetProperty("records")[0];
        Assert.Equal(877.46, row.GetProperty("km").GetDouble(), 1);
        Assert.Equal(["0.0"], org.Values("SELECT DISTANCE(BillingAddress, BillingAddress, 'km') FROM Account WHERE Name = 'Berlin'"));
        Assert.Equal(["Nowhere", "Half"], org.Values("SELECT Name FROM Account WHERE (NOT DISTANCE(BillingAddress, GEOLOCATION(0, 0), 'km') > 0) ORDER BY Id"));
    }

    [Fact]
    public void CurrencyLiteral_OfTheOrgsCurrencyIsItsNumber()
    {
        org.Create("Account", ("Name", "a"), ("AnnualRevenue", 5001));
        Assert.Equal(["a"], org.Values("SELECT Name FROM Account WHERE AnnualRevenue > USD5000"));
        Assert.Empty(org.Values("SELECT Name FROM Account WHERE AnnualRevenue > USD6000"));
    }

    private string Values(string soql)
    {
        var record = Assert.Single(org.Json(soql).GetProperty("records").EnumerateArray());
        return WithoutAttributes(record);
    }

    private static string WithoutAttributes(JsonElement record) => $"{{{string.Join(',', record.EnumerateObject()
        .Where(property => property.Name != "attributes")
        .Select(property => $"\"{property.Name}\":{(property.Value.ValueKind == JsonValueKind.Object ? WithoutAttributes(property.Value) : property.Value.GetRawText())}"))}}}";
}
