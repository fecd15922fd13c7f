using System.Globalization;
using SalesforcePS.Emulator.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class FieldValueTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData("AnnualRevenue", "1234.5", 1234.5)]
    [InlineData("AnnualRevenue", "1.5E3", 1500d)]
    [InlineData("AnnualRevenue", 7L, 7d)]
    [InlineData("NumberOfEmployees", "42", 42L)]
    [InlineData("NumberOfEmployees", 42d, 42L)]
    [InlineData("Site", "  blanks stay  ", "  blanks stay  ")]
    [InlineData("Site", 5L, "5")]
    [InlineData("Site", true, "true")]
    [InlineData("Tags__c", "blue;RED", "Red;Blue")]
    [InlineData("Level__c", "high", "High")]
    [InlineData("Industry", "Beekeeping", "Beekeeping")]
    public void GoodValue_IsStoredTyped(string field, object input, object stored) =>
        Assert.Equal(stored, org.Value("Account", org.Create("Account", ("Name", "A"), (field, input)), field));

    [Theory]
    [InlineData("BillingLatitude", 90d)]
    [InlineData("BillingLatitude", -90d)]
    [InlineData("ShippingLongitude", 180d)]
    [InlineData("ShippingLongitude", -180d)]
    public void PlaceOnTheGlobe_IsStored(string field, double value) =>
        Assert.Equal(value, org.Value("Account", org.Create("Account", ("Name", "A"), (field, value)), field));

    [Theory]
    [InlineData("Account", "BillingLatitude", 91d, "Billing Latitude: value outside of valid range on numeric field: 91")]
    [InlineData("Account", "ShippingLatitude", -90.5, "Shipping Latitude: value outside of valid range on numeric field: -90.5")]
    [InlineData("Contact", "MailingLongitude", 180.1, "Mailing Longitude: value outside of valid range on numeric field: 180.1")]
    [InlineData("Lead", "Longitude", -181d, "Longitude: value outside of valid range on numeric field: -181")]
    public void PlaceBesideTheGlobe_IsRefused(string type, string field, double value, string message)
    {
        var error = TestOrg.Refused(org.TryCreate(type, (type == "Account" ? "Name" : "LastName", "L"), (field, value)), "NUMBER_OUTSIDE_VALID_RANGE");
        Assert.Equal(message, error.Message);
        Assert.Equal([field], error.Fields);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData(false, false)]
    public void Boolean_IsReadFromItsForms(object input, bool stored) =>
        Assert.Equal(stored, org.Value("Contact", org.Create("Contact", ("LastName", "L"), ("DoNotCall", input)), "DoNotCall"));

    [Theory]
    [InlineData("2026-02-28", "2026-02-28")]
    [InlineData("2026-02-28Z", "2026-02-28")]
    [InlineData("2026-02-28+13:00", "2026-02-28")]
    [InlineData("2026-02-28T23:59:59", "2026-02-28")]
    [InlineData("2026-02-28T10:00:00Z", "2026-02-28")]
    [InlineData("2026-02-28T10:00:00.000Z", "2026-02-28")]
    public void Date_KeepsItsCalendarDay(string input, string stored) => Assert.Equal(
        DateOnly.Parse(stored, CultureInfo.InvariantCulture),
        org.Value("Contact", org.Create("Contact", ("LastName", "L"), ("Birthdate", input)), "Birthdate"));

    [Theory]
    [InlineData("2026-02-28T05:00:00+06:00", "2026-02-27")]
    [InlineData("2026-02-28T20:00:00.123-0500", "2026-03-01")]
    public void DateWithTimeAndOffset_IsTheDayInUtc(string input, string stored) => Assert.Equal(
        DateOnly.Parse(stored, CultureInfo.InvariantCulture),
        org.Value("Contact", org.Create("Contact", ("LastName", "L"), ("Birthdate", input)), "Birthdate"));

    [Theory]
    [InlineData("2026-02-28T10:11:12Z", "2026-02-28T10:11:12+00:00")]
    [InlineData("2026-02-28T10:11:12.987Z", "2026-02-28T10:11:12+00:00")]
    [InlineData("2026-02-28T10:11:12.000+0200", "2026-02-28T08:11:12+00:00")]
    [InlineData("2026-02-28T10:11:12-05:30", "2026-02-28T15:41:12+00:00")]
    [InlineData("2026-02-28", "2026-02-28T00:00:00+00:00")]
    public void DateTime_IsStoredInUtcToTheSecond(string input, string stored) => Assert.Equal(
        DateTimeOffset.Parse(stored, CultureInfo.InvariantCulture),
        org.Value("Pricebook2", org.Create("Pricebook2", ("Name", "P"), ("ValidFrom", input)), "ValidFrom"));

    [Fact]
    public void Time_IsStoredToTheMillisecond() => Assert.Equal(
        new TimeOnly(9, 30, 0, 250),
        org.Value("Account", org.Create("Account", ("Name", "A"), ("Opens__c", "09:30:00.250Z")), "Opens__c"));

    [Fact]
    public void Base64_IsStoredAsBytesApartFromTheRecord()
    {
        var account = org.Create("Account", ("Name", "A"));
        var id = org.Create("Attachment", ("Name", "a.txt"), ("ParentId", account), ("Body", "aGVsbG8="));
        var number = Assert.IsType<long>(org.Value("Attachment", id, "Body"));
        Assert.Equal("hello"u8.ToArray(), org.Database.Blobs.ReadAll(number));
        Assert.Equal(5L, org.Value("Attachment", id, "BodyLength"));
    }

    [Theory]
    [InlineData("AnnualRevenue", "12,5", "Annual Revenue: value not of required type: 12,5")]
    [InlineData("AnnualRevenue", "NaN", "Annual Revenue: value not of required type: NaN")]
    [InlineData("AnnualRevenue", true, "Annual Revenue: value not of required type: true")]
    [InlineData("NumberOfEmployees", "1.5", "Employees: value not of required type: 1.5")]
    [InlineData("NumberOfEmployees", "222000000000", "Employees: value not of required type: 222000000000")]
    [InlineData("Opens__c", "9 o'clock", "Opens: value not of required type: 9 o'clock")]
    public void ValueOfTheWrongType_IsRefused(string field, object input, string message)
    {
        var error = TestOrg.Refused(org.TryCreate("Account", ("Name", "A"), (field, input)), "INVALID_TYPE_ON_FIELD_IN_RECORD");
        Assert.Equal(message, error.Message);
        Assert.Equal([field], error.Fields);
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("28.02.2026")]
    [InlineData("2026-02-28 10:00:00")]
    [InlineData("2026-02-28T09:38:33.6366008+02:00")]
    [InlineData("1699-12-31")]
    public void WrongDate_IsRefused(string input) =>
        TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), ("Birthdate", input)), "INVALID_TYPE_ON_FIELD_IN_RECORD");

    [Fact]
    public void WrongTypeInJson_FailsTheCall()
    {
        var options = new DmlOptions { WrongTypeFailsCall = true };
        var exception = Assert.Throws<ApiException>(
            () => org.Writer.Create(TestOrg.User, [TestOrg.Input("Contact", null, ("LastName", "L"), ("Birthdate", "soon"))], options));
        Assert.Equal("JSON_PARSER_ERROR", exception.ErrorCode);
        Assert.Equal("Cannot deserialize instance of date from VALUE_STRING value soon or request may be missing a required field", exception.Message);
    }

    [Theory]
    [InlineData("NumberOfEmployees", 143_165_576L, "Employees: value outside of valid range on numeric field: 143165576")]
    [InlineData("Number__c", 1000L, "Number: value outside of valid range on numeric field: 1000")]
    public void NumberThatIsTooLarge_IsRefused(string field, object input, string message) =>
        Assert.Equal(message, TestOrg.Refused(org.TryCreate("Account", ("Name", "A"), (field, input)), "NUMBER_OUTSIDE_VALID_RANGE").Message);

    [Fact]
    public void TextThatIsTooLong_IsRefused()
    {
        var name = new string('x', 256);
        var error = TestOrg.Refused(org.TryCreate("Account", ("Name", name)), "STRING_TOO_LONG");
        Assert.Equal($"Account Name: data value too large: {name} (max length=255)", error.Message);
        Assert.Equal(["Name"], error.Fields);
    }

    [Fact]
    public void FieldTruncation_CutsTextButNotUrls()
    {
        var options = new DmlOptions { AllowFieldTruncation = true };
        var results = org.Writer.Create(
            TestOrg.User,
            [
                TestOrg.Input("Account", null, ("Name", "A"), ("Secret__c", "123456789")),
                TestOrg.Input("Account", null, ("Name", "A"), ("Website", new string('w', 256))),
            ],
            options);
        Assert.Equal("12345", org.Value("Account", TestOrg.Succeeded(results[0]), "Secret__c"));
        TestOrg.Refused(results[1], "STRING_TOO_LONG");
    }

    [Theory]
    [InlineData("Level__c", "Medium", "Level: bad value for restricted picklist field: Medium")]
    [InlineData("Tags__c", "Red;Pink", "Tags: bad value for restricted picklist field: Pink")]
    [InlineData("CleanStatus", "Spotless", "Clean Status: bad value for restricted picklist field: Spotless")]
    public void ValueOutsideOfARestrictedPicklist_IsRefused(string field, string input, string message)
    {
        var error = TestOrg.Refused(org.TryCreate("Account", ("Name", "A"), (field, input)), "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        Assert.Equal(message, error.Message);
        Assert.Equal([field], error.Fields);
    }

    [Theory]
    [InlineData("ann.example.com")]
    [InlineData("ann@example")]
    [InlineData("ann lee@example.com")]
    [InlineData("ann@lee@example.com")]
    [InlineData("ann@.example.com")]
    public void WrongEmailAddress_IsRefused(string input)
    {
        var error = TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), ("Email", input)), "INVALID_EMAIL_ADDRESS");
        Assert.Equal($"Email: invalid email address: {input}", error.Message);
    }

    [Fact]
    public void EveryWrongField_HasItsError()
    {
        var result = org.TryCreate("Contact", ("LastName", "L"), ("Email", "no"), ("Birthdate", "never"));
        Assert.Equal(["INVALID_EMAIL_ADDRESS", "INVALID_TYPE_ON_FIELD_IN_RECORD"], result.Errors.Select(error => error.StatusCode));
    }

    [Fact]
    public void BooleanWithoutValue_IsRefused() =>
        TestOrg.Refused(org.TryCreate("Contact", ("LastName", "L"), ("DoNotCall", null)), "INVALID_TYPE_ON_FIELD_IN_RECORD");

    [Fact]
    public void CultureOfTheMachine_PlaysNoPart()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(1.5, org.Value("Account", org.Create("Account", ("Name", "A"), ("AnnualRevenue", "1.5")), "AnnualRevenue"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
